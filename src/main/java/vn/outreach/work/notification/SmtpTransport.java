package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import vn.outreach.base.delivery.Channel;
import vn.outreach.base.delivery.NotDelivered;

/** Hands mails to the office's mail server, and tells apart what certainly did not go from what may have gone. */
class SmtpTransport implements Channel<Mail> {

    private final JavaMailSender sender;
    private final String from;

    SmtpTransport(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws NotDelivered {
        MimeMessage message = sender.createMimeMessage();
        try {
            mail.writeTo(message, from);
        } catch (AddressException e) {
            throw new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "Địa chỉ thư không hợp lệ.", e);
        } catch (MessagingException e) {
            throw new NotDelivered(NotDelivered.Cause.REFUSED, "Không soạn được thư.", e);
        }
        try {
            sender.send(message);
        } catch (MailException e) {
            throw notSent(e);
        }
    }

    private static NotDelivered notSent(MailException e) {
        if (e instanceof MailAuthenticationException) {
            return new NotDelivered(NotDelivered.Cause.OUT_OF_ORDER, "Máy chủ thư không nhận tài khoản gửi.", e);
        }
        if (e instanceof MailSendException failure && failure.getMessageExceptions().length == 1) {
            Exception reason = failure.getMessageExceptions()[0];
            // Spring names the failed connection itself as the message's failure: nothing was handed over.
            if (reason == failure.getCause()) {
                return new NotDelivered(NotDelivered.Cause.OUT_OF_ORDER, "Không kết nối được máy chủ thư.", e);
            }
            SmtpAnswer answer = SmtpAnswer.in(reason);
            if (answer != null) {
                return new NotDelivered(
                        answer.cause(), answer.sentence() + MailRedaction.answer(firstLine(reason.getMessage())), e);
            }
        }
        return new NotDelivered(NotDelivered.Cause.UNSURE, "Mất kết nối với máy chủ thư khi đang gửi.", e);
    }

    private static String firstLine(@Nullable String text) {
        return text == null
                ? "không nêu lý do"
                : text.strip().lines().findFirst().orElse("không nêu lý do");
    }
}
