package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.delivery.NotDelivered;

/**
 * What a mail server answered to which command (RFC 5321, 4.2.1). By its first digit an answer is for now or for good;
 * what it says to MAIL concerns its own state and the office's mailbox, and so every mail.
 *
 * @param code negative where the connection ended without an answer
 * @param text the whole answer, with its enhanced status code if it has one (RFC 3463)
 */
record SmtpAnswer(String command, int code, String text) {

    private static final int FOR_GOOD = 500;
    private static final int FOR_NOW = 400;
    /** Too large: the one answer to MAIL that is about the mail. */
    private static final int TOO_LARGE = 552;
    /**
     * To RCPT: no such mailbox, not here, no mailbox's name, a domain that takes no mail (RFC 5321, 4.2.3; RFC 7504).
     */
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 553, 556);

    private static final Pattern ENHANCED = Pattern.compile("^\\s*\\d{3}[ -]5\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    /** RFC 3463, 3.2: these of the address are about the sender's. */
    private static final Set<String> OF_THE_SENDER = Set.of("7", "8");
    /** RFC 3463, 3.3: this of the mailbox is about the mail. */
    private static final String TOO_LONG_FOR_MAILBOX = "3";

    /** The answer that made a mail fail, or null where there was none. */
    static @Nullable SmtpAnswer in(Exception failure) {
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException mail ? mail.getNextException() : null) {
            if (at instanceof SMTPAddressFailedException refused) {
                return new SmtpAnswer("RCPT", refused.getReturnCode(), said(refused));
            }
            if (at instanceof SMTPSenderFailedException refused) {
                return new SmtpAnswer("MAIL", refused.getReturnCode(), said(refused));
            }
            if (at instanceof SMTPSendFailedException refused && refused.getCommand() != null) {
                return new SmtpAnswer(refused.getCommand(), refused.getReturnCode(), said(refused));
            }
        }
        return null;
    }

    private static String said(Exception refused) {
        return refused.getMessage() == null ? "" : refused.getMessage();
    }

    NotDelivered.Cause cause() {
        if (code < 0) {
            // Only what was sent as a whole may have been taken.
            return command.equals(".") ? NotDelivered.Cause.UNSURE : NotDelivered.Cause.OUT_OF_ORDER;
        }
        if (command.startsWith("MAIL") && code != TOO_LARGE) {
            return NotDelivered.Cause.OUT_OF_ORDER;
        }
        if (code >= FOR_NOW && code < FOR_GOOD) {
            return NotDelivered.Cause.DEFERRED;
        }
        return isOfTheAddress() ? NotDelivered.Cause.ADDRESS_REFUSED : NotDelivered.Cause.REFUSED;
    }

    /** Not what concerns the office's own server or sender, such as 5.7.1 for one that is blocked. */
    private boolean isOfTheAddress() {
        if (!command.equals("RCPT")) {
            return false;
        }
        Matcher enhanced = ENHANCED.matcher(text);
        if (!enhanced.find()) {
            return NO_SUCH_ADDRESS.contains(code);
        }
        return switch (enhanced.group(1)) {
            case "1" -> !OF_THE_SENDER.contains(enhanced.group(2));
            case "2" -> !TOO_LONG_FOR_MAILBOX.equals(enhanced.group(2));
            default -> false;
        };
    }

    String sentence() {
        return switch (cause()) {
            case OUT_OF_ORDER -> "Máy chủ thư đang không nhận thư: ";
            case DEFERRED -> "Máy chủ thư chưa nhận, thư sẽ được gửi lại: ";
            case REFUSED -> "Máy chủ thư từ chối: ";
            case ADDRESS_REFUSED -> "Máy chủ thư không nhận địa chỉ này: ";
            case UNSURE -> "Mất kết nối với máy chủ thư khi đang gửi: ";
        };
    }
}
