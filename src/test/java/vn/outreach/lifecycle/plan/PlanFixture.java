package vn.outreach.lifecycle.plan;

import vn.outreach.lifecycle.plan.draft.PlanHelpController;
import vn.outreach.lifecycle.plan.draft.PlanSums;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.draft.PlanRowCopy;
import vn.outreach.lifecycle.plan.result.PlanResultSums;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.result.RowHolders;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.draft.PlanProposals;
import vn.outreach.lifecycle.plan.draft.PlanRowService;
import vn.outreach.lifecycle.plan.row.PlanRowBody;
import vn.outreach.lifecycle.plan.draft.PlanProposalFacts;
import vn.outreach.lifecycle.plan.draft.PlanHeadService;
import vn.outreach.lifecycle.plan.draft.PlanHeadController;
import vn.outreach.lifecycle.plan.draft.PlanRowController;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.ShownRows;
import vn.outreach.lifecycle.plan.draft.PlanSumController;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRowWriter;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.MembersFixture;
import vn.outreach.rules.RulesFixture;
import vn.outreach.rules.calendar.CalendarFixture;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** The plan's heads and rows without the engine. Officers may be responsible. */
public final class PlanFixture {

    /** Officers 1 to 3. */
    public static final Memberships MEMBERSHIPS = new Memberships() {
        @Override
        public Collection<String> groupsOf(String userId) {
            return userId.startsWith("officer") ? List.of("outreachOfficers") : List.of();
        }

        @Override
        public Collection<String> membersOf(String group) {
            return group.equals("outreachOfficers") ? List.of("officer1", "officer2", "officer3") : List.of();
        }
    };

    public static final Members MEMBERS = MembersFixture.whoMay(user -> user.startsWith("officer"));

    public final PlanRows rows;
    public final ShownRows shownRows;
    public final PlanHeads heads;
    final PlanRowWriter writer;
    public final PlanRowService rowService;
    public final PlanRowController rowController;
    public final PlanHeadController headController;
    public final PlanRowCopy copies;
    public final PlanProposals proposals;
    public final PlanSumController sumController;
    public final PlanHelpController helpController;

    public PlanFixture(TestDatabase database, Enterprises enterprises, Api api, Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        PeopleNames names = ids -> Map.of("officer1", "Nguyễn Thị Hòa");
        Members members = MEMBERS;
        PlanYears years = new PlanYears(clock);
        rows = new PlanRows(database.jdbc());
        heads = new PlanHeads(jdbc, database.upsert());
        writer = new PlanRowWriter(jdbc, AchievementsFixture.fold(database), clock);
        PlanRowBody body = new PlanRowBody(enterprises, members, SystemsFixture.units());
        // The close of a plan needs its process: AnnualPlanProcessTest has it.
        rowService = new PlanRowService(heads, rows, writer, body, null, null, api, AuditFixture.on(database, api, clock));
        PlanRanking ranking = new PlanRanking(database.jdbc(), jdbc, RulesFixture.rules(), 500);
        shownRows = new ShownRows(rows, ranking);
        rowController = new PlanRowController(rows, rowService, ranking, years, names, SystemsFixture.units());
        headController = new PlanHeadController(heads, rows,
                new PlanHeadService(heads, rows, body, api, AuditFixture.on(database, api, clock)), ranking, years, names,
                SystemsFixture.units());
        sumController = new PlanSumController(new PlanSums(database.jdbc()), heads, years, names, SystemsFixture.units());
        copies = new PlanRowCopy(heads, rows, writer,
                results(database, AchievementsFixture.on(database), names), years, members, api,
                AuditFixture.on(database, api, clock));
        proposals = new PlanProposals(heads, rows, new PlanProposalFacts(database.jdbc()), years,
                ranking, CalendarFixture.on(database), new ResponsiblePeople(SystemsFixture.units(), MEMBERSHIPS, members), members, MEMBERSHIPS,
                SystemsFixture.units(), 3);
        helpController = new PlanHelpController(copies, proposals, years, api);
    }

    public static PlanResults results(TestDatabase database, Achievements achievements, PeopleNames names) {
        return new PlanResults(new PlanRows(database.jdbc()), new PlanResultSums(database.jdbc()), new RowHolders(database.jdbc()),
                achievements, names, SystemsFixture.units());
    }
}
