package vn.outreach.work.appointment;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;

/**
 * Calendar files (RFC 5545, methods of RFC 5546). They leave the office's network: an entry says what kind of visit it
 * is, to which enterprise and where, and nobody's name. The organiser is the office's own mailbox.
 */
@Component
class CalendarFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Duration LENGTH = Duration.ofHours(1);

    private final String organiser;
    private final String baseUrl;

    CalendarFiles(@Value("${outreach.mail.from}") String from, @Value("${outreach.base-url}") String baseUrl) {
        this.organiser = "mailto:" + address(from);
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** One appointment as it goes with a mail: to be entered or moved, or to be taken out. */
    String ofMail(Appointment appointment, boolean cancelled) {
        CalendarLines file = begin(cancelled ? "CANCEL" : "PUBLISH");
        event(file, appointment, cancelled);
        return file.line("END", "VCALENDAR").toString();
    }

    /**
     * A whole calendar that programs fetch now and then. What was cancelled is not in it: programs take out what they
     * do not find any more, and some go on showing what they find marked as cancelled.
     */
    String ofFeed(List<Appointment> appointments) {
        CalendarLines file = begin("PUBLISH")
                .text("X-WR-CALNAME", "Lịch công tác doanh nghiệp")
                .line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .line("X-PUBLISHED-TTL", "PT1H");
        appointments.stream()
                .filter(appointment -> !appointment.cancelled())
                .forEach(appointment -> event(file, appointment, false));
        return file.line("END", "VCALENDAR").toString();
    }

    private static CalendarLines begin(String method) {
        return new CalendarLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Outreach//Calendar//VI")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", method);
    }

    /** An hour where one was agreed, else the whole day. */
    private void event(CalendarLines file, Appointment appointment, boolean cancelled) {
        String where = appointment.zone() == null ? "" : " – " + appointment.zone();
        file.line("BEGIN", "VEVENT")
                .line("UID", appointment.uid() + "@outreach")
                .line("DTSTAMP", MOMENT.format(appointment.changedAt()))
                .line("LAST-MODIFIED", MOMENT.format(appointment.changedAt()))
                .line("SEQUENCE", String.valueOf(appointment.sequence()));
        span(file, appointment.when());
        file.text("SUMMARY", appointment.kind().title() + ": " + appointment.enterpriseName() + where);
        if (appointment.zone() != null) {
            file.text("LOCATION", appointment.zone());
        }
        file.line("URL", baseUrl + "/app/enterprises/" + appointment.taxCode())
                .line("ORGANIZER", organiser)
                .line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
                // A day on which one may have other appointments too; no CLASS, or calendars show the owner "busy" and
                // no title.
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
    }

    private static void span(CalendarLines file, Appointment.When when) {
        LocalTime hour = when.hour();
        if (hour == null) {
            file.line("DTSTART;VALUE=DATE", DAY.format(when.day()))
                    .line("DTEND;VALUE=DATE", DAY.format(when.day().plusDays(1)));
        } else {
            Instant begin = when.day()
                    .atTime(hour)
                    .atZone(OutreachApplication.ZONE.toZoneId())
                    .toInstant();
            file.line("DTSTART", MOMENT.format(begin)).line("DTEND", MOMENT.format(begin.plus(LENGTH)));
        }
    }

    private static String address(String from) {
        try {
            return new InternetAddress(from).getAddress();
        } catch (AddressException notOne) {
            throw new IllegalArgumentException("outreach.mail.from is no address: " + from, notOne);
        }
    }
}
