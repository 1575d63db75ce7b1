package vn.outreach.work.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** A person's address, as it is asked for where it is entered. */
public final class MailAddress {

    /** RFC 5321, 4.5.3.1.3. */
    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]+@[^\\s@<>()\\[\\],;:\\\\\"]+\\.[^\\s@<>()\\[\\],;:\\\\\".]{2,}");

    private MailAddress() {}

    /** Whether the text is one address and nothing else: no name beside it, no second one. */
    public static boolean isOne(String text) {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException wrong) {
            return false;
        }
    }
}
