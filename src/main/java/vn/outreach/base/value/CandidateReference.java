package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Codes;

/** A candidate's reference as somebody wrote it; whether there is one, and whose, the restricted table says. */
public record CandidateReference() implements ValueType<String> {

    public static final int LONGEST = 20;

    private static final Text PASTED = Text.line(40);

    @Override
    public @Nullable String read(FieldName name, @Nullable Object raw) {
        return Codes.candidateRef(PASTED.read(name, raw));
    }
}
