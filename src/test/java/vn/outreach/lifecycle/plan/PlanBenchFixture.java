package vn.outreach.lifecycle.plan;

import vn.outreach.lifecycle.plan.result.PlanResultController;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRankingController;
import vn.outreach.lifecycle.plan.row.PlanRanking;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.rules.RulesFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** The plan's addresses on a database that is filled by others: for measuring what a request costs. */
public final class PlanBenchFixture {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private PlanBenchFixture() {
    }

    public static Api on(TestDatabase database) {
        Api api = new Api();
        PlanFixture plan = new PlanFixture(database, RegisterFixture.on(database, CLOCK), api, CLOCK);
        PlanRanking ranking = new PlanRanking(
                database.jdbc(), new JdbcTemplate(database.dataSource()), RulesFixture.rules(), 500);
        PlanResults results = PlanFixture.results(database, AchievementsFixture.on(database), ids -> Map.of());
        return api.as("organisation", "organisationBoard").serving(plan.rowController, plan.helpController, new PlanRankingController(plan.rows, ranking, new PlanYears(CLOCK)),
                new PlanResultController(plan.rows, results, new PlanYears(CLOCK), CLOCK));
    }
}
