package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mails to the office's mail server, and tells apart what certainly did not go from what may have gone. */
class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;
    private final String from;

    SmtpTransport(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws MailNotSent {
        MimeMessage message = sender.createMimeMessage();
        try {
            mail.writeTo(message, from);
        } catch (MessagingException e) {
            throw new MailNotSent(MailNotSent.Cause.REFUSED, "Địa chỉ thư không hợp lệ.", e);
        }
        try {
            sender.send(message);
        } catch (MailException e) {
            throw notSent(e);
        }
    }

    private static MailNotSent notSent(MailException e) {
        if (e instanceof MailAuthenticationException) {
            return new MailNotSent(MailNotSent.Cause.OUT_OF_ORDER, "Máy chủ thư không nhận tài khoản gửi.", e);
        }
        if (e instanceof MailSendException failure && failure.getMessageExceptions().length == 1) {
            Exception reason = failure.getMessageExceptions()[0];
            // Spring names the failed connection itself as the message's failure: nothing was handed over.
            if (reason == failure.getCause()) {
                return new MailNotSent(MailNotSent.Cause.OUT_OF_ORDER, "Không kết nối được máy chủ thư.", e);
            }
            SmtpAnswer answer = SmtpAnswer.in(reason);
            if (answer != null) {
                return new MailNotSent(answer.cause(), answer.sentence() + firstLine(reason.getMessage()), e);
            }
        }
        return new MailNotSent(MailNotSent.Cause.UNSURE, "Mất kết nối với máy chủ thư khi đang gửi.", e);
    }

    private static String firstLine(@Nullable String text) {
        return text == null
                ? "không nêu lý do"
                : text.strip().lines().findFirst().orElse("không nêu lý do");
    }
}
