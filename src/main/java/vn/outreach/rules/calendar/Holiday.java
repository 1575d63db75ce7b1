package vn.outreach.rules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day off besides Saturdays and Sundays, or a Saturday or Sunday that is worked. {@code sure} is false while nobody
 * has confirmed it; it counts all the same.
 *
 * @param pairedWith of a compensating pair the other day: the weekday off of a worked day, or the other way round
 */
record Holiday(
        LocalDate day,
        String name,
        String source,
        boolean sure,
        DayKind kind,
        @Nullable LocalDate pairedWith) {

    /** What an earlier release kept of a list has no kind. */
    Holiday {
        kind = kind == null ? DayKind.OFF : kind;
    }

    Holiday(LocalDate day, String name, String source, boolean sure) {
        this(day, name, source, sure, DayKind.OFF, null);
    }

    Holiday with(DayKind other, @Nullable LocalDate pair) {
        return new Holiday(day, name, source, sure, other, pair);
    }

    /** Of what was compared with a list; of a day off without a pair the same as before there were pairs. */
    int version() {
        int plain = new Plain(day, name, source, sure).hashCode();
        return works() ? plain * 31 + 1 : plain;
    }

    private record Plain(LocalDate day, String name, String source, boolean sure) {}

    boolean works() {
        return kind == DayKind.WORKING;
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
