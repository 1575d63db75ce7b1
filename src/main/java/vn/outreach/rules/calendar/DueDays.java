package vn.outreach.rules.calendar;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How much time is left, for everybody who shows or asks for it: in working days, by the day alone. What is due today
 * has none left and is not overdue yet; on a day off nothing becomes overdue that was not so on the working day before.
 * The filters of Tasklist ask by expression, {@code ${dueDays.overdue()}} and {@code ${dueDays.within(3)}}.
 */
@Component("dueDays")
public class DueDays {

    private static final int FURTHEST = 2600;

    private final WorkingDays workingDays;
    private final Clock clock;

    DueDays(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Working days left until the last day of a limit; below zero: how many have passed since. */
    public int left(LocalDate due) {
        return workingDays.between(today(), due);
    }

    /** The first year until then whose days off are not known; {@link #left} is a guess where there is one. */
    public Optional<Integer> unknownYear(LocalDate due) {
        return workingDays.unknownYear(today(), due);
    }

    /** What is due before this day is overdue. */
    public LocalDate firstInTime() {
        LocalDate day = today();
        while (!workingDays.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** What is due before this day is overdue by at least so many working days. */
    public LocalDate lateBefore(int workingDaysLate) {
        LocalDate day = today();
        while (workingDays.between(day, today()) < workingDaysLate) {
            day = day.minusDays(1);
        }
        return day.plusDays(1);
    }

    /** Whether today is a working day; the mail of the day's drawing asks. */
    public boolean isWorkingDay() {
        return workingDays.isWorkingDay(today());
    }

    /** What is due before this day has at most so many working days left. */
    public LocalDate firstAfter(int workingDaysLeft) {
        // A filter may ask for any number; nothing is planned that far ahead.
        return workingDays.plus(today(), Math.min(workingDaysLeft, FURTHEST) + 1);
    }

    /** The first moment of {@link #firstInTime()}, as the engine's queries take it. */
    public Date overdue() {
        return Date.valueOf(firstInTime());
    }

    /** The first moment of {@link #firstAfter(int)}, as the engine's queries take it. */
    public Date within(int workingDaysLeft) {
        return Date.valueOf(firstAfter(workingDaysLeft));
    }
}
