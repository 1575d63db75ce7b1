package vn.outreach.web;

import java.text.Normalizer;
import vn.outreach.refusal.Refusal;

/** Text as people may write it: everything but control characters and halves of characters, kept as it is in NFC. */
public final class PlainText {

    private PlainText() {
    }

    /** The text in NFC; null when there is none. Lengths count characters as people do, not UTF-16 units. */
    public static String of(String field, String label, String text, int maxLength) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().anyMatch(PlainText::isUnprintable)) {
            throw Refusal.invalid("field-type", field, "%s chứa ký tự điều khiển không dùng được.".formatted(label));
        }
        int length = composed.codePointCount(0, composed.length());
        if (length > maxLength) {
            throw Refusal.invalid("field-range", field,
                    "%s dài %d ký tự, tối đa %d ký tự.".formatted(label, length, maxLength));
        }
        return composed;
    }

    private static boolean isUnprintable(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return half || Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
