package vn.outreach.web;

import java.nio.charset.StandardCharsets;
import vn.outreach.base.text.Folding;

/**
 * The header {@code Content-Disposition} of an answer that is a file (RFC 6266): its name in ASCII for programs that
 * know nothing else, and, where that is not the whole of it, in UTF-8 for those that do. No name ends the header or the
 * line.
 */
public final class FileAnswer {

    private static final String NAMELESS = "tep";
    /** What may stand in the UTF-8 name as it is (RFC 8187, attr-char). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileAnswer() {}

    /** A file that is to be kept. */
    public static String attachment(String name) {
        return header("attachment", name);
    }

    /** A file that browsers show. */
    public static String inline(String name) {
        return header("inline", name);
    }

    private static String header(String kind, String name) {
        String whole = Folding.composed(name).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
        String ascii = ascii(whole);
        String header = kind + "; filename=\"" + ascii + "\"";
        return ascii.equals(whole) ? header : header + "; filename*=UTF-8''" + encoded(whole);
    }

    /** Vietnamese without its marks; quotes, separators and what belongs to paths become a line. */
    private static String ascii(String name) {
        String plain = Folding.unmarked(name)
                .replaceAll("[^\\x20-\\x7e]|[\"\\\\/:;%*?<>|]", "_")
                .replaceAll("_{2,}", "_");
        return plain.matches("[ ._-]*(\\.\\w+)?") ? NAMELESS + plain.replaceAll("^[ ._-]*(?=\\.|$)", "") : plain;
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            encoded.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return encoded.toString();
    }
}
