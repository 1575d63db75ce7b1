package vn.outreach.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.TestDatabase;

class DueDaysTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final WorkingDays workingDays = CalendarFixture.on(database);

    @AfterEach
    void close() {
        database.close();
    }

    /** 20/11/2026 is a Friday, 2/9/2026 a Wednesday off after Tuesday off. */
    @ParameterizedTest
    @CsvSource({"2026-11-20, 2026-11-20", "2026-11-21, 2026-11-20", "2026-11-22, 2026-11-20", "2026-11-23, 2026-11-23", "2026-09-02, 2026-08-31"})
    void onADayOffNothingBecomesOverdue_thatWasNotSoBefore(LocalDate today, LocalDate firstInTime) {
        assertThat(on(today).firstInTime()).isEqualTo(firstInTime);
        assertThat(on(today).overdue()).isEqualTo(Date.valueOf(firstInTime));
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-23", "1, 2026-11-25", "2, 2026-11-26"})
    void whatIsDueBeforeThisDay_hasAtMostSoManyDaysLeft(int left, LocalDate before) {
        DueDays dueDays = on(LocalDate.of(2026, 11, 20));
        assertThat(dueDays.firstAfter(left)).isEqualTo(before);
        assertThat(dueDays.within(left)).isEqualTo(Date.valueOf(before));
        assertThat(dueDays.left(before)).isEqualTo(left + 1);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 0", "2026-11-19, -1", "2026-11-23, 1"})
    void whatIsDueToday_hasNoDayLeft_andIsNotOverdue(LocalDate due, int left) {
        assertThat(on(LocalDate.of(2026, 11, 20)).left(due)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"2027-12-31,", "2028-01-03, 2028"})
    void aCountIntoAYearWithoutDaysOff_saysWhich(LocalDate due, Integer year) {
        assertThat(on(LocalDate.of(2026, 11, 20)).unknownYear(due).orElse(null)).isEqualTo(year);
    }

    private DueDays on(LocalDate day) {
        return new DueDays(workingDays, Clock.fixed(Moments.startOf(day), OutreachApplication.ZONE.toZoneId()));
    }
}
