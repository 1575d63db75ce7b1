package vn.outreach.rules.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which days are working days: Monday to Friday less the days off, and the Saturdays and Sundays that are worked
 * (domain.md §0.4). The one place that counts them.
 */
public final class OfficeCalendar {

    private static final LocalDate A_MONDAY = LocalDate.of(1900, 1, 1);
    private static final int WEEKDAYS = 5;

    /** Weekdays alone: a Saturday off is none more. */
    private final NavigableSet<LocalDate> off;

    private final NavigableSet<LocalDate> worked;
    private final Set<Integer> years;

    OfficeCalendar(Collection<Holiday> days) {
        NavigableSet<LocalDate> weekdaysOff = new TreeSet<>();
        NavigableSet<LocalDate> weekendsWorked = new TreeSet<>();
        for (Holiday holiday : days) {
            boolean weekday = Holiday.isWeekday(holiday.day());
            if (weekday && !holiday.works()) {
                weekdaysOff.add(holiday.day());
            } else if (!weekday && holiday.works()) {
                weekendsWorked.add(holiday.day());
            }
        }
        off = Collections.unmodifiableNavigableSet(weekdaysOff);
        worked = Collections.unmodifiableNavigableSet(weekendsWorked);
        years = days.stream()
                .filter(holiday -> !holiday.works())
                .map(holiday -> holiday.day().getYear())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The last day of a limit that begins on {@code start}; the start day itself is not counted. */
    public LocalDate plus(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * Working days from one day to another, the first not counted; below zero where the other lies before. However far
     * they are apart.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        long days = weekdaysUntil(to)
                - weekdaysUntil(from)
                - off.subSet(from, false, to, true).size()
                + worked.subSet(from, false, to, true).size();
        return (int) Math.min(days, Integer.MAX_VALUE);
    }

    public boolean isWorkingDay(LocalDate day) {
        return Holiday.isWeekday(day) ? !off.contains(day) : worked.contains(day);
    }

    /** The first year of a span of which no day off is known. */
    Optional<Integer> unknownYear(LocalDate from, LocalDate to) {
        int year = from.getYear();
        while (year <= to.getYear() && years.contains(year)) {
            year++;
        }
        return year <= to.getYear() ? Optional.of(year) : Optional.empty();
    }

    /** Whether both count each day alike. */
    boolean countsAs(OfficeCalendar other) {
        return off.equals(other.off) && worked.equals(other.worked);
    }

    /** Mondays to Fridays up to and with that day, counted from a Monday of long ago. */
    private static long weekdaysUntil(LocalDate day) {
        long days = ChronoUnit.DAYS.between(A_MONDAY, day);
        return Math.floorDiv(days, 7L) * WEEKDAYS + Math.min(Math.floorMod(days, 7L) + 1, WEEKDAYS);
    }
}
