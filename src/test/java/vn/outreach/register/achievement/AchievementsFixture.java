package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Source;
import vn.outreach.testing.TestDatabase;

/** Acts for tests of what is made of them. */
public final class AchievementsFixture {

    private AchievementsFixture() {
    }

    public static Achievements on(TestDatabase database) {
        return new Achievements(database.jdbc(), List.of());
    }

    public static Achievements on(TestDatabase database, List<ReachingStep> steps) {
        return new Achievements(database.jdbc(), steps);
    }

    public static Achievements on(JdbcClient jdbc, List<ReachingStep> steps) {
        return new Achievements(jdbc, steps);
    }

    public static AchievementFold fold(TestDatabase database) {
        return new AchievementFold(new JdbcTemplate(database.dataSource()),
                new DataSourceTransactionManager(database.dataSource()));
    }

    /** Everything anew, as an administrator asks for it, in one transaction. */
    public static void recount(TestDatabase database, List<ReachingStep> steps) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        AchievementController controller = new AchievementController(
                new Achievements(JdbcClient.create(jdbc), steps), new AchievementFold(jdbc, transactions));
        new TransactionTemplate(transactions).executeWithoutResult(status -> controller.rebuild());
    }

    /** A step for each measure; those that may fail reach it with this result. */
    public static List<ReachingStep> steps(String reached) {
        return List.of(
                new ReachingStep(Measure.SURVEY, "survey", "conductSurvey", Set.of(reached)),
                new ReachingStep(Measure.MEETING, "ownerPersuasion", "meetOwner", Set.of(reached)),
                new ReachingStep(Measure.UNION, "unionFounding", "recordUnionDecision", Set.of(reached)),
                new ReachingStep(Measure.CELL, "partyCellFounding", "announceCell", Set.of()),
                new ReachingStep(Measure.ADMISSION, "memberAdmission", "holdCeremony", Set.of()));
    }

    /** The step as an activity of this id leaves it in the ledger. */
    public static LedgerEntry entry(ReachingStep step, String taxCode, String activity, String user) {
        return new LedgerEntry(step.phase(), step.step(), "instance-" + taxCode, null, activity, taxCode, null, null, null,
                Source.PERSON, user, LocalDate.parse("2026-11-23"), Map.of());
    }

    /** An act of that day, as its row of the ledger would have left it. */
    public static void act(TestDatabase database, String taxCode, Measure measure, String day) {
        database.jdbc().sql("""
                insert into plan_result (tax_code, measure, outcome_id, reached_on, done_by)
                values (?, ?, (select 1 + count(*) from plan_result), ?, 'officer9')""")
                .params(taxCode, measure.name(), LocalDate.parse(day)).update();
    }
}
