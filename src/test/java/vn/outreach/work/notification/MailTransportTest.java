package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.outreach.base.delivery.NotDelivered;
import vn.outreach.security.identity.Addresses;
import vn.outreach.work.notification.Notification.State;

/** The two ways by which mails leave the product, with a real mail server that is off and then on. */
class MailTransportTest {

    private final OutboxOnTest outbox = new OutboxOnTest();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void mailServerOffThenOn_losesNothing() throws Exception {
        ServerSetup place = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        NotificationDispatcher dispatcher = outbox.dispatcher(smtp(place.getPort()));
        outbox.assign("task-1", "officer1");
        outbox.collected();
        assertThat(dispatcher.dispatch()).isZero();
        Notification waiting = outbox.onlyRow();
        assertThat(waiting.state()).isEqualTo(State.PENDING);
        assertThat(waiting.attempts()).as("nothing was tried with it").isZero();
        assertThat(waiting.lastError()).isEqualTo("Không kết nối được máy chủ thư.");
        assertThat(waiting.possiblyRepeated()).isFalse();

        GreenMail server = new GreenMail(place);
        server.start();
        try {
            outbox.clock.forward(Duration.ofMinutes(1));
            assertThat(dispatcher.dispatch()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
            isTheMail(server.getReceivedMessages()[0]);
        } finally {
            server.stop();
        }
        assertThat(outbox.onlyRow().state()).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 4.3.2 try later, OUT_OF_ORDER", "greeting, 554 no service, OUT_OF_ORDER",
        "MAIL, 452 4.3.1 Insufficient system storage, OUT_OF_ORDER", "MAIL, 421 closing, OUT_OF_ORDER",
        "MAIL, 550 5.7.1 sender rejected, OUT_OF_ORDER", "MAIL, 530 authentication required, OUT_OF_ORDER",
        "MAIL, 552 5.3.4 too large, REFUSED", "MAIL, -, OUT_OF_ORDER",
        "RCPT, 451 4.7.1 Greylisted, DEFERRED", "RCPT, 450 mailbox busy, DEFERRED", "RCPT, 452 4.2.2 mailbox full, DEFERRED",
        "RCPT, 421 later, DEFERRED", "RCPT, 550 5.1.1 no such user, ADDRESS_REFUSED", "RCPT, 553 bad name, ADDRESS_REFUSED",
        "RCPT, 550 5.2.1 disabled, ADDRESS_REFUSED", "RCPT, 551 not here, ADDRESS_REFUSED", "RCPT, 550 5.1.10 null MX, ADDRESS_REFUSED",
        "RCPT, 550 5.7.1 relaying denied, REFUSED", "RCPT, 550 5.1.8 sender unknown, REFUSED", "RCPT, 552 5.2.3 too long, REFUSED",
        "RCPT, 503 bad sequence, REFUSED", "RCPT, 530 5.7.0 authentication, REFUSED", "DATA, 550 5.1.1 no such user, REFUSED",
        "RCPT, 554 5.7.1 blocked, REFUSED",
        "DATA, 451 4.3.0 temporary, DEFERRED", "DATA, 554 no, REFUSED", "DATA, -, OUT_OF_ORDER",
        "., 452 4.3.1 mailbox full, DEFERRED", "., 451 later, DEFERRED", "., 554 5.6.0 spam, REFUSED", "., -, UNSURE"})
    void anAnswerIsForNowOrForGood_forThisMailOrForAll(String command, String answer, NotDelivered.Cause cause) throws Exception {
        try (SmtpStub server = new SmtpStub(command, answer)) {
            NotDelivered failure = catchThrowableOfType(NotDelivered.class, () -> smtp(server.port()).send(mail("officer1@example.vn")));
            assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(cause);
            assertThat(failure.getMessage()).as("one line").doesNotContain("\n", "\r");
        }
    }

    @Test
    void aFullMailServerStopsEverybody_andCostsNobodyATry() throws Exception {
        outbox.assign("task-1", "officer1");
        outbox.assign("task-2", "officer2");
        outbox.collected();
        try (SmtpStub server = new SmtpStub("MAIL", "452 4.3.1 Insufficient system storage")) {
            outbox.dispatcher(smtp(server.port())).dispatch();
            assertThat(server.mails()).isEqualTo(1);
        }
        assertThat(outbox.rows()).allSatisfy(row -> assertThat(row.attempts()).isZero());
        assertThat(outbox.rows().get(0).lastError()).contains("452 4.3.1");
    }

    /** As a production has it: a server that offers no TLS is out of order, and no mail begins. */
    @Test
    void withoutTlsNothingLeavesWhereTlsIsRequired() throws Exception {
        try (SmtpStub server = new SmtpStub("none", "")) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");
            NotDelivered failure = catchThrowableOfType(NotDelivered.class,
                    () -> new SmtpTransport(sender, "outreach@example.vn").send(mail("officer1@example.vn")));
            assertThat(failure.kind()).isEqualTo(NotDelivered.Cause.OUT_OF_ORDER);
            assertThat(server.mails()).isZero();
        }
    }

    @Test
    void impossibleAddress_isRefusedBeforeAnyServer() {
        NotDelivered failure = catchThrowableOfType(NotDelivered.class, () -> smtp(1).send(mail("hai chữ@")));

        assertThat(failure.kind()).isEqualTo(NotDelivered.Cause.ADDRESS_REFUSED);
        NotDelivered own = catchThrowableOfType(NotDelivered.class, () -> new SmtpTransport(new JavaMailSenderImpl(), "hai chữ@").send(mail("officer1@example.vn")));
        assertThat(own.kind()).as("the office's own address").isEqualTo(NotDelivered.Cause.REFUSED);
    }

    @Test
    void withoutMailServer_mailIsAFile_andARepeatOverwritesIt() throws Exception {
        outbox.assign("task-1", "officer1");
        outbox.collected();
        FileTransport files = new FileTransport(directory.resolve("mail"), "outreach@example.vn");
        outbox.dispatcher(mail -> {
            files.send(mail);
            files.send(mail);
        }).dispatch();

        List<Path> written = written();
        assertThat(written).hasSize(1);
        assertThat(written.get(0).getFileName().toString()).endsWith(".eml");
        try (InputStream in = Files.newInputStream(written.get(0))) {
            isTheMail(new MimeMessage(null, in));
        }
    }

    @Test
    void folderThatCannotBeWritten_isAnOutage() throws Exception {
        Path file = Files.createFile(directory.resolve("mail"));
        NotDelivered failure = catchThrowableOfType(NotDelivered.class,
                () -> new FileTransport(file, "outreach@example.vn").send(mail("officer1@example.vn")));

        assertThat(failure.kind()).isEqualTo(NotDelivered.Cause.OUT_OF_ORDER);
    }

    private void isTheMail(MimeMessage message) throws Exception {
        Notification row = outbox.onlyRow();
        assertThat(message.getMessageID()).isEqualTo(row.messageId());
        assertThat(message.getSubject()).isEqualTo(row.subject()).contains("Việc mới – Khảo sát", "Công ty");
        assertThat(Normalizer.isNormalized(message.getSubject(), Normalizer.Form.NFC)).isTrue();
        assertThat(message.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getAllRecipients()[0].toString()).contains("officer1@example.vn");
        assertThat(message.getContent().toString().replace("\r\n", "\n")).contains("Kính gửi Nguyễn Thị Hạnh,");
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("mail"))) {
            return files.toList();
        }
    }

    private Mail mail(String address) {
        Addresses.Person person = new Addresses.Person("officer1", "Nguyễn Thị Hạnh", address);
        return new Mail(person, "Một việc", "Kính gửi", java.util.List.of(), "<1@outreach>", outbox.clock.instant());
    }

    private static SmtpTransport smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpTransport(sender, "outreach@example.vn");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
