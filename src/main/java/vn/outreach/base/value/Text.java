package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/**
 * Text as people may write it: everything but control characters and halves of characters, kept as {@link Folding}
 * says, on one line or on many. The length counts characters as people do.
 */
public record Text(int longest, boolean manyLines) implements ValueType<String> {

    public static Text line(int longest) {
        return new Text(longest, false);
    }

    public static Text lines(int longest) {
        return new Text(longest, true);
    }

    @Override
    public @Nullable String read(FieldName name, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String given)) {
            throw name.type("chữ");
        }
        if (given.codePoints().anyMatch(Text::isUnprintable)) {
            throw name.type("chữ, không chứa ký tự điều khiển");
        }
        String text = Folding.kept(given);
        if (text == null) {
            return null;
        }
        if (!manyLines && !Folding.isOneLine(text)) {
            throw name.type("chữ trên một dòng, không có ký tự đảo chiều chữ");
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw name.range(
                    "dài %s ký tự, tối đa %s ký tự".formatted(WholeNumber.shown(length), WholeNumber.shown(longest)));
        }
        return text;
    }

    private static boolean isUnprintable(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return half || Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
