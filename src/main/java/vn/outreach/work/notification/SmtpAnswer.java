package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered to which command (RFC 5321, 4.2.1). By its first digit an answer is for now or for good;
 * what it says to MAIL concerns its own state and the office's mailbox, and so every mail.
 *
 * @param code negative where the connection ended without an answer
 */
record SmtpAnswer(String command, int code) {

    private static final int FOR_GOOD = 500;
    private static final int FOR_NOW = 400;
    /** Too large: the one answer to MAIL that is about the mail. */
    private static final int TOO_LARGE = 552;

    /** The answer that made a mail fail, or null where there was none. */
    static @Nullable SmtpAnswer in(Exception failure) {
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException mail ? mail.getNextException() : null) {
            if (at instanceof SMTPAddressFailedException refused) {
                return new SmtpAnswer("RCPT", refused.getReturnCode());
            }
            if (at instanceof SMTPSenderFailedException refused) {
                return new SmtpAnswer("MAIL", refused.getReturnCode());
            }
            if (at instanceof SMTPSendFailedException refused && refused.getCommand() != null) {
                return new SmtpAnswer(refused.getCommand(), refused.getReturnCode());
            }
        }
        return null;
    }

    MailNotSent.Cause cause() {
        if (code < 0) {
            // Only what was sent as a whole may have been taken.
            return command.equals(".") ? MailNotSent.Cause.UNSURE : MailNotSent.Cause.OUT_OF_ORDER;
        }
        if (command.startsWith("MAIL") && code != TOO_LARGE) {
            return MailNotSent.Cause.OUT_OF_ORDER;
        }
        return code >= FOR_NOW && code < FOR_GOOD ? MailNotSent.Cause.DEFERRED : MailNotSent.Cause.REFUSED;
    }

    String sentence() {
        return switch (cause()) {
            case OUT_OF_ORDER -> "Máy chủ thư đang không nhận thư: ";
            case DEFERRED -> "Máy chủ thư chưa nhận, thư sẽ được gửi lại: ";
            case REFUSED -> "Máy chủ thư từ chối: ";
            case UNSURE -> "Mất kết nối với máy chủ thư khi đang gửi: ";
        };
    }
}
