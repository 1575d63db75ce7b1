package vn.outreach.register.achievement;

import java.time.LocalDate;
import java.util.List;
import vn.outreach.testing.TestDatabase;

/** Acts for tests of what is made of them. */
public final class AchievementsFixture {

    private AchievementsFixture() {
    }

    public static Achievements on(TestDatabase database) {
        return new Achievements(database.jdbc(), List.of());
    }

    /** An act of that day, as its row of the ledger would have left it. */
    public static void act(TestDatabase database, String taxCode, Measure measure, String day) {
        database.jdbc().sql("""
                insert into plan_result (tax_code, measure, outcome_id, reached_on, done_by)
                values (?, ?, (select 1 + count(*) from plan_result), ?, 'officer9')""")
                .params(taxCode, measure.name(), LocalDate.parse(day)).update();
    }
}
