package vn.outreach.base.value;

/** The engine's id of a task; whether there is such a task, and for whom, its lists say. */
public record TaskId() implements ValueType<String> {

    private static final Text TEXT = Text.line(64);

    @Override
    public String read(FieldName name, Object raw) {
        return TEXT.read(name, raw);
    }
}
