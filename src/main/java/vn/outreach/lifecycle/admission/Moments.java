package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.outreach.OutreachApplication;

/** Days as instants for the model's timers, always with the office's offset: the engine would take the server's. */
final class Moments {

    private Moments() {}

    static String startOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(OutreachApplication.ZONE.toZoneId()));
    }
}
