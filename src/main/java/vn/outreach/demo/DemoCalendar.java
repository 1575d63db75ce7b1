package vn.outreach.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.outreach.rules.calendar.WorkingDays;

/**
 * Turns "so many days before the first start" into working days, so that the round looks alike on every day of a year.
 */
final class DemoCalendar {

    private final LocalDate firstStart;
    private final WorkingDays workingDays;

    DemoCalendar(LocalDate firstStart, WorkingDays workingDays) {
        this.firstStart = firstStart;
        this.workingDays = workingDays;
    }

    /** The working day at or before; a negative number is a working day at or after the first start. */
    LocalDate day(int daysBefore) {
        LocalDate day = firstStart.minusDays(daysBefore);
        while (!workingDays.isWorkingDay(day)) {
            day = daysBefore < 0 ? day.plusDays(1) : day.minusDays(1);
        }
        return day;
    }

    /** How many days before the first start that day is; below zero where it is still to come. */
    int daysBefore(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, firstStart));
    }

    String text(int daysBefore) {
        return day(daysBefore).toString();
    }

    LocalDate firstStart() {
        return firstStart;
    }
}
