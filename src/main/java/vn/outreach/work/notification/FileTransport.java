package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import vn.outreach.base.delivery.Channel;
import vn.outreach.base.delivery.NotDelivered;

/** Writes mails as .eml files where there is no mail server; a repeat overwrites its own file. */
class FileTransport implements Channel<Mail> {

    private final Path directory;
    private final String from;

    FileTransport(Path directory, String from) {
        this.directory = directory;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws NotDelivered {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            mail.writeTo(message, from);
            write(message, directory.resolve(fileName(mail)));
        } catch (AddressException e) {
            throw new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "Địa chỉ thư không hợp lệ.", e);
        } catch (MessagingException e) {
            throw new NotDelivered(NotDelivered.Cause.REFUSED, "Không soạn được thư.", e);
        } catch (IOException e) {
            throw new NotDelivered(NotDelivered.Cause.OUT_OF_ORDER, "Không ghi được thư vào thư mục thư đi.", e);
        }
    }

    private void write(MimeMessage message, Path target) throws IOException, MessagingException {
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, "draft-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                message.writeTo(out, new String[] {"Bcc"});
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String fileName(Mail mail) {
        return mail.messageId().replaceAll("[<>]", "").replaceAll("[^A-Za-z0-9.@-]", "_") + ".eml";
    }
}
