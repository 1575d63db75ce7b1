package vn.outreach.rules.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;

/** Counts working days by the table of days, as {@link OfficeCalendar} says (domain.md §0.4). */
@Service
public class WorkingDays {

    /** Another node may have changed the table, so what was read is not believed for longer. */
    public static final Duration BELIEVED = Duration.ofMinutes(1);

    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private record Known(OfficeCalendar calendar, long readAt) {}

    private final Holidays holidays;
    private final LongSupplier nanoseconds;
    private volatile @Nullable Known known;

    @Autowired
    WorkingDays(Holidays holidays) {
        this(holidays, System::nanoTime);
    }

    WorkingDays(Holidays holidays, LongSupplier nanoseconds) {
        this.holidays = holidays;
        this.nanoseconds = nanoseconds;
    }

    /** The last day of a limit that begins on {@code start}; the start day itself is not counted. */
    public LocalDate plus(LocalDate start, int workingDays) {
        return calendar().plus(start, workingDays);
    }

    /**
     * Working days from one day to another, the first not counted; below zero where the other lies before. However far
     * they are apart.
     */
    public int between(LocalDate from, LocalDate to) {
        return calendar().between(from, to);
    }

    /**
     * The first year of a span whose days off nobody has entered: a count of working days that runs through it is a
     * guess, and whoever shows it must say so.
     */
    public Optional<Integer> unknownYear(LocalDate from, LocalDate to) {
        return calendar().unknownYear(from, to);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** When a limit of working days from {@code start} ends: 17:00 in Hà Nội on its last day. */
    public OffsetDateTime dueAt(LocalDate start, int workingDays) {
        return closing(plus(start, workingDays));
    }

    /** 17:00 in Hà Nội on that day, when the office closes. */
    public OffsetDateTime closing(LocalDate day) {
        return day.atTime(CLOSING).atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    /** The days as the table has them now, for who must not count by what was read before. */
    public OfficeCalendar readAnew() {
        forget();
        return calendar();
    }

    /** The table has changed: read it again. */
    void forget() {
        known = null;
    }

    private OfficeCalendar calendar() {
        Known believed = known;
        if (believed == null || nanoseconds.getAsLong() - believed.readAt() > BELIEVED.toNanos()) {
            // The time before the table is read: what is changed meanwhile is not believed for longer.
            long readAt = nanoseconds.getAsLong();
            believed = new Known(new OfficeCalendar(holidays.all()), readAt);
            known = believed;
        }
        return believed.calendar();
    }
}
