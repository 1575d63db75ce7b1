package vn.outreach.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.outreach.notification.Notification.State;

/** The two ways out of the house, with a real mail server that is off and then on. */
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
        assertThat(waiting.attempts()).isEqualTo(1);
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

    @Test
    void refusedRecipient_isNotTakenForAnOutage() throws Exception {
        ServerSetup place = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(place);
        server.start();
        try {
            server.getUserManager().setMessageDeliveryHandler((message, mailAddress) -> {
                throw new UserException("no such mailbox");
            });
            MailNotSent failure = catchThrowableOfType(MailNotSent.class,
                    () -> smtp(place.getPort()).send(mail("officer1@example.vn")));
            assertThat(failure.kind()).isEqualTo(MailNotSent.Cause.REFUSED);
            assertThat(failure.getMessage()).startsWith("Máy chủ thư từ chối: ");
        } finally {
            server.stop();
        }
    }

    @Test
    void serverThatHangsUpInsteadOfAnswering_leavesItUnsure() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread rude = new Thread(() -> takeMailAndHangUp(server));
            rude.start();
            MailNotSent failure = catchThrowableOfType(MailNotSent.class,
                    () -> smtp(server.getLocalPort()).send(mail("officer1@example.vn")));
            rude.join();
            assertThat(failure.kind()).isEqualTo(MailNotSent.Cause.UNSURE);
        }
    }

    private static void takeMailAndHangUp(ServerSocket server) {
        try (Socket client = server.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (line.matches("(?i)(EHLO|MAIL|RCPT|DATA).*")) {
                    String answer = line.startsWith("DATA") ? "354 go on\r\n" : "250 ok\r\n";
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void impossibleAddress_isRefusedBeforeAnyServer() {
        MailNotSent failure = catchThrowableOfType(MailNotSent.class, () -> smtp(1).send(mail("hai chữ@")));

        assertThat(failure.kind()).isEqualTo(MailNotSent.Cause.REFUSED);
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
        MailNotSent failure = catchThrowableOfType(MailNotSent.class,
                () -> new FileTransport(file, "outreach@example.vn").send(mail("officer1@example.vn")));

        assertThat(failure.kind()).isEqualTo(MailNotSent.Cause.OUT_OF_ORDER);
    }

    private void isTheMail(MimeMessage message) throws Exception {
        Notification row = outbox.onlyRow();
        assertThat(message.getMessageID()).isEqualTo(row.messageId());
        assertThat(message.getSubject()).isEqualTo(row.subject()).contains("Một việc đang chờ Anh/Chị", "Công ty");
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
