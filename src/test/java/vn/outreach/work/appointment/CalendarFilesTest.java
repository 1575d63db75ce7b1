package vn.outreach.work.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calendar files, read back by a library that others wrote. */
class CalendarFilesTest {

    private static final String LONG_NAME = "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư; Sản xuất, Thương mại & Dịch vụ"
            + " “Thép Sông Động” \\ chi nhánh Khu công nghiệp Phú Mỹ – phân xưởng cán nóng 😀 số hai";

    private final CalendarFiles files =
            new CalendarFiles("Văn phòng Đảng ủy <van-phong@example.vn>", "https://outreach.example.vn/");

    @Test
    void aDayIsRead_asItWasMeant() {
        String file = files.ofMail(appointment("TNHH Minh Long", "Phú Mỹ I", 0), false);
        ICalendar calendar = read(file);
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getUid().getValue()).isEqualTo("5f0c1b1e-0000-4000-8000-000000000001@outreach");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getSummary().getValue()).isEqualTo("Khảo sát: TNHH Minh Long – Phú Mỹ I");
        assertThat(event.getLocation().getValue()).isEqualTo("Phú Mỹ I");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart().getValue().getRawComponents().getDate()).isEqualTo(12);
        assertThat(event.getDateEnd().getValue().getRawComponents().getDate()).isEqualTo(13);
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Instant.parse("2026-10-05T02:00:00Z"));
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("van-phong@example.vn");
        assertThat(event.getOrganizer().getCommonName()).isNull();
        assertThat(event.getAttendees()).isEmpty();
        assertThat(file).contains("DTSTART;VALUE=DATE:20261012\r\n").doesNotContain("officer1");
    }

    @Test
    void aLongNameIsFoldedAt75Octets_neverWithinALetter_andComesBackWhole() {
        String file = files.ofMail(appointment(LONG_NAME, "Khu công nghiệp Phú Mỹ I, Bà Rịa", 3), false);
        assertThat(file).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n")).allSatisfy(line -> {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
        });
        VEvent event = read(file).getEvents().get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("Khảo sát: " + LONG_NAME + " – Khu công nghiệp Phú Mỹ I, Bà Rịa");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
    }

    @Test
    void aNameCannotWriteLinesOfItsOwn() {
        String file = files.ofMail(appointment("Công ty\r\nATTENDEE:mailto:ai@do.vn", null, 0), false);
        VEvent event = read(file).getEvents().get(0);
        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getSummary().getValue()).contains("Công ty").contains("ATTENDEE:mailto:ai@do.vn");
        assertThat(event.getLocation()).isNull();
    }

    @Test
    void aCancelledDaySaysSo_inItsMethodAndState() {
        ICalendar calendar = read(files.ofMail(appointment("TNHH Minh Long", null, 2), true));
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().get(0).getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void aFeedLeavesOutWhatWasCancelled_andAnEmptyOneIsACalendarToo() {
        Appointment one = appointment("TNHH Minh Long", null, 0);
        Appointment cancelled = one.withdrawn(Instant.parse("2026-10-06T02:00:00Z"));
        ICalendar feed = read(files.ofFeed(List.of(one, cancelled)));
        assertThat(feed.getEvents()).extracting(event -> event.getStatus().getValue()).containsExactly("CONFIRMED");
        assertThat(read(files.ofFeed(List.of(cancelled))).getEvents()).isEmpty();
        assertThat(read(files.ofFeed(List.of())).getEvents()).isEmpty();
    }

    @Test
    void aDayIsNeitherHiddenNorTakesTheWholeDay() {
        Appointment one = appointment("TNHH Minh Long", null, 0);
        for (String file : List.of(files.ofFeed(List.of(one)), files.ofMail(one, false), files.ofMail(one, true))) {
            assertThat(file).contains("\r\nTRANSP:TRANSPARENT\r\n").doesNotContain("CLASS:");
        }
    }

    /** The place may name who waits there; it stays in the office. */
    @Test
    void whatHasAnHourTakesOne_andItsPlaceStaysInTheOffice() {
        Appointment meeting = appointment("TNHH Thép", "Phú Mỹ I", 0)
                .moved(new Appointment.When(LocalDate.of(2026, 10, 12), LocalTime.of(8, 30), "phòng ông Tám"), "officer1", Instant.parse("2026-10-05T02:00:00Z"));

        String file = files.ofMail(meeting, false);

        assertThat(file).contains("DTSTART:20261012T013000Z", "DTEND:20261012T023000Z").doesNotContain("Tám", "VALUE=DATE");
        assertThat(read(file).getEvents().get(0).getLocation().getValue()).isEqualTo("Phú Mỹ I");
    }

    private static ICalendar read(String file) {
        List<ICalendar> calendars = Biweekly.parse(file).all();
        assertThat(calendars).hasSize(1);
        return calendars.get(0);
    }

    private static Appointment appointment(String name, String zone, int sequence) {
        return new Appointment("5f0c1b1e-0000-4000-8000-000000000001", Appointment.Kind.SURVEY, "survey", "pi-1", "3500101146",
                name, zone, "officer1", new Appointment.When(LocalDate.of(2026, 10, 12), null, null), sequence, false, Instant.parse("2026-10-05T02:00:00Z"));
    }
}
