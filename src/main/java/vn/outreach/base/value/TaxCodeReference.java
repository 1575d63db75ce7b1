package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Codes;

/** A tax code, read as it was pasted ({@link Codes}); whether it is one, and whose, the register says. */
public record TaxCodeReference() implements ValueType<String> {

    /** 10 digits, a hyphen and three for a branch. */
    public static final int LONGEST = 14;

    private static final Text PASTED = Text.line(100);

    @Override
    public @Nullable String read(FieldName name, @Nullable Object raw) {
        return Codes.taxCode(PASTED.read(name, raw));
    }
}
