package vn.outreach.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.testing.TestDatabase;

class WorkingDaysTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final Holidays holidays = new Holidays(database.jdbc(), database.upsert());
    private final WorkingDays workingDays = new WorkingDays(holidays);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 0, 2026-11-16",
        "2026-11-16, 1, 2026-11-17",
        "2026-11-20, 1, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2016-02-05, 1, 2016-02-15",
        "2017-01-25, 1, 2017-02-02",
        "2022-01-28, 5, 2022-02-11",
        "2023-04-28, 1, 2023-05-04",
        "2025-01-24, 1, 2025-02-03",
        "2026-02-13, 1, 2026-02-23",
        "2026-04-24, 1, 2026-04-28",
        "2026-08-31, 1, 2026-09-03",
        "2026-02-02, 60, 2026-05-07"})
    void workingDays_leaveOutWeekendsAndDaysOff(LocalDate start, int days, LocalDate last) {
        assertThat(workingDays.plus(start, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 0", "2026-11-20, 2026-11-21, 0", "2026-11-20, 2026-11-23, 1", "2026-11-21, 2026-11-23, 1",
        "2026-11-23, 2026-11-20, -1", "2026-02-13, 2026-02-23, 1", "2026-02-02, 2026-05-07, 60", "2022-01-28, 2022-02-11, 5"})
    void daysBetween_leaveOutTheSame(LocalDate from, LocalDate to, int days) {
        assertThat(workingDays.between(from, to)).isEqualTo(days);
    }

    /** A row of an earlier release may have any day: a list with one of them answered after eleven seconds. */
    @Test
    void daysBetween_areCountedWithoutWalking_howeverFarApart() {
        assertThat(workingDays.between(LocalDate.of(2028, 1, 1), LocalDate.of(200_000, 1, 1))).isEqualTo(51_648_420);
        assertThat(workingDays.between(LocalDate.of(2026, 11, 20), LocalDate.MAX)).isEqualTo(Integer.MAX_VALUE);
        assertThat(workingDays.between(LocalDate.MAX, LocalDate.of(2026, 11, 20))).isEqualTo(-Integer.MAX_VALUE);
    }

    @Test
    void aCountThatRunsIntoAYearWithoutDaysOff_saysWhich() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(workingDays.unknownYear(today, LocalDate.of(2027, 12, 31))).isEmpty();
        assertThat(workingDays.unknownYear(today, LocalDate.of(2028, 1, 3))).contains(2028);
        assertThat(workingDays.unknownYear(today, LocalDate.MAX)).contains(2028);

        holidays.put(new Holiday(LocalDate.of(2028, 1, 1), "Tết Dương lịch", "Điều 112", true));
        workingDays.forget();

        assertThat(workingDays.unknownYear(today, LocalDate.of(2028, 1, 3))).isEmpty();
    }

    @Test
    void aLimit_endsAtSeventeenInHanoi() {
        assertThat(workingDays.dueAt(LocalDate.of(2026, 11, 20), 1)).isEqualTo("2026-11-23T17:00+07:00");
    }

    @Test
    void aNewDayOff_countsAsSoonAsTheTableIsReadAgain() {
        LocalDate storm = LocalDate.of(2026, 11, 18);
        assertThat(workingDays.isWorkingDay(storm)).isTrue();

        holidays.put(new Holiday(storm, "Nghỉ tránh bão", "Công điện", true));
        workingDays.forget();

        assertThat(workingDays.isWorkingDay(storm)).isFalse();
        assertThat(holidays.between(storm, storm)).containsExactly(new Holiday(storm, "Nghỉ tránh bão", "Công điện", true));
    }

    @Test
    void anotherNodeSeesANewDayOff_afterAMinute() {
        AtomicLong time = new AtomicLong();
        WorkingDays other = new WorkingDays(new Holidays(database.jdbc(), database.upsert()), time::get);
        LocalDate storm = LocalDate.of(2026, 11, 18);
        assertThat(other.isWorkingDay(storm)).isTrue();

        holidays.put(new Holiday(storm, "Nghỉ tránh bão", "Công điện", true));
        time.set(WorkingDays.BELIEVED.toNanos());
        assertThat(other.isWorkingDay(storm)).isTrue();
        time.incrementAndGet();

        assertThat(other.isWorkingDay(storm)).isFalse();
    }

    @Test
    void everyYearFrom2016To2027_isSeeded() {
        for (int year = 2016; year <= 2027; year++) {
            assertThat(holidays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                    .as("days off of %d", year).hasSizeGreaterThanOrEqualTo(year < 2021 ? 10 : 11);
        }
    }

    @Test
    void daysThatNobodyHasConfirmed_areMarked() {
        assertThat(holidays.between(LocalDate.of(2016, 1, 1), LocalDate.of(2027, 12, 31)))
                .filteredOn(day -> !day.sure()).extracting(Holiday::day)
                .contains(LocalDate.of(2026, 11, 24), LocalDate.of(2027, 2, 4))
                .allMatch(day -> !day.isBefore(LocalDate.of(2026, 11, 24)));
    }
}
