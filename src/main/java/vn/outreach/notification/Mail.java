package vn.outreach.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** One mail as it leaves the house. A repeat carries the same Message-ID, so that mailboxes can tell. */
record Mail(Addresses.Person to, String subject, String text, String messageId, Instant writtenAt) {

    void writeTo(MimeMessage message, String from) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, recipient(utf8));
        message.setSubject(subject, utf8);
        message.setText(text, utf8);
        message.setSentDate(Date.from(writtenAt));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", messageId);
    }

    private InternetAddress recipient(String charset) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(to.mail().strip(), to.displayName(), charset);
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
