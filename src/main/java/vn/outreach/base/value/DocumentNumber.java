package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** The number of a document, “12 – QĐ / TU” as 12-QĐ/TU. */
public record DocumentNumber(int longest) implements ValueType<String> {

    @Override
    public @Nullable String read(FieldName name, @Nullable Object raw) {
        String number = Text.line(longest).read(name, raw);
        return number == null ? null : Folding.documentNumber(number);
    }
}
