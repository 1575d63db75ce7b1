package vn.outreach.work.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.outreach.security.identity.Addresses;

/**
 * One mail as it leaves the product, with the calendar files that its notices bring. A repeat carries the same
 * Message-ID, so that mailboxes can tell.
 */
record Mail(
        Addresses.Person to, String subject, String text, List<String> calendars, String messageId, Instant writtenAt) {

    private static final Pattern METHOD = Pattern.compile("^METHOD:(\\w+)\\r?$", Pattern.MULTILINE);

    void writeTo(MimeMessage message, String from) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(sender(from));
        message.setRecipient(Message.RecipientType.TO, recipient(utf8));
        message.setSubject(subject, utf8);
        if (calendars.isEmpty()) {
            message.setText(text, utf8);
        } else {
            message.setContent(withFiles(utf8));
        }
        message.setSentDate(Date.from(writtenAt));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", messageId);
    }

    private MimeMultipart withFiles(String utf8) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, utf8);
        parts.addBodyPart(words);
        for (String calendar : calendars) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    calendar.getBytes(StandardCharsets.UTF_8),
                    "text/calendar; charset=UTF-8; method=" + method(calendar))));
            file.setFileName(calendars.size() == 1 ? "lich.ics" : "lich-%d.ics".formatted(parts.getCount()));
            parts.addBodyPart(file);
        }
        return parts;
    }

    /** Mail programs look at the part's own type to know whether a day comes or goes. */
    private static String method(String calendar) {
        Matcher method = METHOD.matcher(calendar);
        if (!method.find()) {
            throw new IllegalArgumentException("A calendar file without a method");
        }
        return method.group(1);
    }

    /** A wrong address of the office's own is not the recipient's. */
    private static InternetAddress sender(String from) throws MessagingException {
        try {
            return new InternetAddress(from);
        } catch (AddressException e) {
            throw new MessagingException("No address to send from: " + from, e);
        }
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
