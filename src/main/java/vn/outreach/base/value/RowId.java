package vn.outreach.base.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a row, as digits or as a number. */
public record RowId() implements ValueType<Long> {

    private static final Text TEXT = Text.line(40);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    @Override
    public @Nullable Long read(FieldName name, @Nullable Object raw) {
        String text = raw instanceof Integer || raw instanceof Long ? raw.toString() : TEXT.read(name, raw);
        if (text != null && !DIGITS.matcher(text).matches()) {
            throw name.type("một mã số");
        }
        return text == null ? null : Long.valueOf(text);
    }
}
