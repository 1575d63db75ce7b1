package vn.outreach.rules.calendar;

import vn.outreach.testing.TestDatabase;

/** Working days of a test's database, for the tests of other packages. */
public final class CalendarFixture {

    private CalendarFixture() {
    }

    public static WorkingDays on(TestDatabase database) {
        return new WorkingDays(new Holidays(database.jdbc(), database.upsert()));
    }
}
