package vn.outreach.rules.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;

/** Counts working days: Monday to Friday less the days off of the holiday table (domain.md §0.4). */
@Service
public class WorkingDays {

    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final LocalDate A_MONDAY = LocalDate.of(1900, 1, 1);
    private static final int WEEKDAYS = 5;
    /** Another node may have changed the table, so what was read is not believed for longer. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private record DaysOff(NavigableSet<LocalDate> days, Set<Integer> years, long readAt) {}

    private final Holidays holidays;
    private volatile @Nullable DaysOff daysOff;

    WorkingDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /** The last day of a limit that begins on {@code start}; the start day itself is not counted. */
    public LocalDate plus(LocalDate start, int workingDays) {
        Set<LocalDate> off = daysOff().days();
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day, off) ? 1 : 0;
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
        long off = daysOff().days().subSet(from, false, to, true).stream()
                .filter(WorkingDays::isWeekday)
                .count();
        return (int) Math.min(weekdaysUntil(to) - weekdaysUntil(from) - off, Integer.MAX_VALUE);
    }

    /**
     * The first year of a span whose days off nobody has entered: a count of working days that runs through it is a
     * guess, and whoever shows it must say so.
     */
    public Optional<Integer> unknownYear(LocalDate from, LocalDate to) {
        Set<Integer> years = daysOff().years();
        int year = from.getYear();
        while (year <= to.getYear() && years.contains(year)) {
            year++;
        }
        return year <= to.getYear() ? Optional.of(year) : Optional.empty();
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, daysOff().days());
    }

    /** When a limit of working days from {@code start} ends: 17:00 in Hà Nội on its last day. */
    public OffsetDateTime dueAt(LocalDate start, int workingDays) {
        return closing(plus(start, workingDays));
    }

    /** 17:00 in Hà Nội on that day, when the office closes. */
    public OffsetDateTime closing(LocalDate day) {
        return day.atTime(CLOSING).atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    /** The table has changed: read it again. */
    void forget() {
        daysOff = null;
    }

    private static boolean isWorkingDay(LocalDate day, Set<LocalDate> off) {
        return isWeekday(day) && !off.contains(day);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** Mondays to Fridays up to and with that day, counted from a Monday of long ago. */
    private static long weekdaysUntil(LocalDate day) {
        long days = ChronoUnit.DAYS.between(A_MONDAY, day);
        return Math.floorDiv(days, 7L) * WEEKDAYS + Math.min(Math.floorMod(days, 7L) + 1, WEEKDAYS);
    }

    private DaysOff daysOff() {
        DaysOff known = daysOff;
        if (known == null || System.nanoTime() - known.readAt() > BELIEVED.toNanos()) {
            NavigableSet<LocalDate> days = new TreeSet<>(holidays.days());
            Set<Integer> years = days.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
            known = new DaysOff(Collections.unmodifiableNavigableSet(days), years, System.nanoTime());
            daysOff = known;
        }
        return known;
    }
}
