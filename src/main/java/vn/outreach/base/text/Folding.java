package vn.outreach.base.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says which texts of people are the same text. Nothing else in the product normalises, folds or
 * trims what people type: {@link #words} is for searching and for guards that look for a word or a name, {@link #signs}
 * for guards that look for signs, {@link #code} and {@link #documentNumber} for what is pasted as a code, {@link #kept}
 * for what is stored, {@link #secret} for passwords.
 */
public final class Folding {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern AROUND_A_SIGN = Pattern.compile(" ?([-/]) ?");
    /** d with a stroke laid over it: how some keyboards write đ. */
    private static final Pattern STRUCK_D = Pattern.compile("([dD])([\\p{M}&&[^\\u0335\\u0336]]*)[\\u0335\\u0336]");

    private Folding() {}

    /** Whether there is nothing to read: null, or only blanks, format characters and marks on nothing. */
    public static boolean isBlank(@Nullable CharSequence text) {
        return text == null
                || text.codePoints()
                        .allMatch(each ->
                                Characters.isBlank(each) || Characters.isFormat(each) || Characters.isMark(each));
    }

    /** The text with its letters composed (NFC) and otherwise as it is. */
    public static String composed(@Nullable CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text as it is stored: composed, without blanks and format characters at its ends; null for a blank one. */
    public static @Nullable String kept(@Nullable String text) {
        if (isBlank(text)) {
            return null;
        }
        int[] characters = composed(text).codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (isNothing(characters[from])) {
            from++;
        }
        while (isNothing(characters[to - 1])) {
            to--;
        }
        return new String(characters, from, to - from);
    }

    /**
     * {@link #kept} on one line: every run of blanks is one space, and what turns the writing round is gone; null for a
     * blank one.
     */
    public static @Nullable String line(@Nullable String text) {
        String kept = kept(text);
        if (kept == null) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        kept.codePoints().filter(each -> !Characters.isDirection(each)).forEach(each -> append(line, each));
        return line.toString().strip();
    }

    /** Whether a field of one line takes the text: no line break, nothing that turns the direction of the writing. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(each -> Characters.isLineBreak(each) || Characters.isDirection(each));
    }

    /**
     * Small letters without marks and digits, in words with one blank between them: two texts are the same to a reader
     * in a hurry if these are equal. Where a tone stands (hòa, hoà), how đ is written, dashes, quotation marks, full
     * width, invisible characters: none of it counts. Empty for null and for text without letters and digits.
     */
    public static String words(@Nullable String text) {
        return text == null ? "" : NO_WORD.matcher(signs(text)).replaceAll(" ").strip();
    }

    /**
     * Like {@link #words}, with the signs between them: every blank one space, every dash -, every slash /, full width
     * narrow.
     */
    public static String signs(String text) {
        if (text == null) {
            return "";
        }
        String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder signs = new StringBuilder();
        Normalizer.normalize(small, Normalizer.Form.NFD)
                .codePoints()
                .filter(each -> !Characters.isFormat(each) && !Characters.isMark(each))
                .map(Characters::plain)
                .map(each -> each == 'đ' ? 'd' : each)
                .forEach(each -> append(signs, each));
        return composed(signs.toString().strip());
    }

    /**
     * {@link #words} with the marks: đảng is not đang, but hòa is hoà. The tone stands behind each word. For guards
     * that look for words which another word resembles.
     */
    public static String markedWords(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        Normalizer.normalize(plain(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .forEach(each -> {
                    if (Characters.isTone(each)) {
                        tone.appendCodePoint(each);
                    } else if (Character.isLetterOrDigit(each) || Characters.isMark(each)) {
                        words.appendCodePoint(each);
                    } else {
                        words.append(tone).append(' ');
                        tone.setLength(0);
                    }
                });
        return words.append(tone).toString().strip().replaceAll(" +", " ");
    }

    /** The same letters without their marks, for programs that know ASCII only: Đường is Duong. Empty for null. */
    public static String unmarked(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(plain(text), Normalizer.Form.NFD)
                .codePoints()
                .filter(each -> !Characters.isMark(each))
                .map(each -> each == 'đ' ? 'd' : each == 'Đ' ? 'D' : each)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /**
     * What was pasted as a code: no blanks and format characters, one kind of dash, slash, digit and đ; case and marks
     * stay. Empty for null.
     */
    public static String code(@Nullable String text) {
        return plain(text).replace(" ", "");
    }

    /**
     * The number of a document, “12 – QĐ / TU” as “12-QĐ/TU”: like {@link #code}, but words keep the blank between
     * them. Empty for null.
     */
    public static String documentNumber(String text) {
        return AROUND_A_SIGN.matcher(plain(text)).replaceAll("$1");
    }

    /** A password as it is hashed and compared: composed, every blank a space (RFC 8265, OpaqueString). */
    public static String secret(String text) {
        StringBuilder secret = new StringBuilder();
        text.codePoints()
                .map(each -> Character.getType(each) == Character.SPACE_SEPARATOR ? ' ' : each)
                .forEach(secret::appendCodePoint);
        return composed(secret);
    }

    /**
     * Letters as they are, and around them one kind of blank, dash, slash and digit, full width narrow, nothing
     * invisible. Empty for null.
     */
    public static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder signs = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(each -> !Characters.isFormat(each))
                .map(Characters::plain)
                .forEach(each -> append(signs, each));
        String struck =
                STRUCK_D.matcher(signs).replaceAll(found -> (found.group(1).equals("d") ? "đ" : "Đ") + found.group(2));
        return composed(struck.strip());
    }

    /** Adds the character, a blank only as one space after something else. */
    private static void append(StringBuilder text, int character) {
        if (!Characters.isBlank(character)) {
            text.appendCodePoint(character);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isNothing(int character) {
        return Characters.isBlank(character) || Characters.isFormat(character);
    }
}
