package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;

/** Yes or no; forms send "true" or "false" where nobody may answer by overlooking a box. */
public record YesNo() implements ValueType<Boolean> {

    private static final Text TEXT = Text.line(40);

    @Override
    public @Nullable Boolean read(FieldName name, @Nullable Object raw) {
        if (raw == null || raw instanceof Boolean) {
            return (Boolean) raw;
        }
        String text = raw instanceof String ? TEXT.read(name, raw) : "";
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw name.type("có hoặc không (true/false)");
    }
}
