package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notice that brings a calendar file: the mail carries it, alone or among others. */
class CalendarMailTest {

    private static final String FILE = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:Khảo sát\r\nEND:VCALENDAR\r\n";

    private final OutboxOnTest outbox = new OutboxOnTest();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void theMailCarriesTheFile_withItsMethod() throws Exception {
        outbox.enqueue(notice("a:0"), "officer1");
        outbox.collected();
        outbox.dispatcher().dispatch();

        MimeMultipart parts = (MimeMultipart) written(outbox.sent.get(0)).getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Lịch khảo sát đã hủy", "Ngày: 12/10/2026");
        MimeBodyPart file = (MimeBodyPart) parts.getBodyPart(1);
        assertThat(file.getContentType()).contains("text/calendar").contains("method=CANCEL");
        assertThat(file.getFileName()).isEqualTo("lich.ics");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(FILE);
    }

    @Test
    void aDigestCarriesAllOfThem() throws Exception {
        outbox.enqueue(notice("a:0"), "officer1");
        outbox.enqueue(notice("b:0"), "officer1");
        outbox.assign("task-1", "officer1");
        outbox.collected();
        outbox.dispatcher().dispatch();

        MimeMultipart parts = (MimeMultipart) written(outbox.sent.get(0)).getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("lich-2.ics");
    }

    private static NotificationMessage notice(String key) {
        return NotificationMessage.appointmentCancelled(
                new NotificationSubject(key, "3500101146", "Công ty TNHH Minh Long", "survey", "pi-1", null), "khảo sát",
                LocalDate.of(2026, 10, 12)).withCalendar(FILE);
    }

    private static MimeMessage written(Mail mail) throws Exception {
        Session session = Session.getInstance(new Properties());
        MimeMessage message = new MimeMessage(session);
        mail.writeTo(message, "van-phong@example.vn");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return new MimeMessage(session, new ByteArrayInputStream(out.toByteArray()));
    }
}
