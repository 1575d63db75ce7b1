package vn.outreach.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;

/** Counts working days: Monday to Friday less the days off of the holiday table (domain.md §0.4). */
@Service
public class WorkingDays {

    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    /** Another node may have changed the table, so what was read is not believed for longer. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private record DaysOff(Set<LocalDate> days, long readAt) {
    }

    private final Holidays holidays;
    private volatile DaysOff daysOff;

    WorkingDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /** The last day of a limit that begins on {@code start}; the start day itself is not counted. */
    public LocalDate plus(LocalDate start, int workingDays) {
        Set<LocalDate> off = daysOff();
        LocalDate day = start;
        for (int left = workingDays; left > 0;) {
            day = day.plusDays(1);
            left -= isWorkingDay(day, off) ? 1 : 0;
        }
        return day;
    }

    /** Working days from one day to another, the first not counted; below zero where the other lies before. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        Set<LocalDate> off = daysOff();
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(day -> isWorkingDay(day, off)).count();
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, daysOff());
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
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !off.contains(day);
    }

    private Set<LocalDate> daysOff() {
        DaysOff known = daysOff;
        if (known == null || System.nanoTime() - known.readAt() > BELIEVED.toNanos()) {
            known = new DaysOff(holidays.days(), System.nanoTime());
            daysOff = known;
        }
        return known.days();
    }
}
