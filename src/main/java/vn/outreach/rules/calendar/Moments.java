package vn.outreach.rules.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.outreach.OutreachApplication;

/** Days as instants for the model's timers, always with the office's offset: the engine would take the server's. */
public final class Moments {

    private Moments() {}

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OutreachApplication.ZONE.toZoneId()).toInstant();
    }

    public static String text(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(OutreachApplication.ZONE.toZoneId()));
    }
}
