package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;

/** The engine's id of a task; whether there is such a task, and for whom, its lists say. */
public record TaskId() implements ValueType<String> {

    private static final Text TEXT = Text.line(64);

    @Override
    public @Nullable String read(FieldName name, @Nullable Object raw) {
        return TEXT.read(name, raw);
    }
}
