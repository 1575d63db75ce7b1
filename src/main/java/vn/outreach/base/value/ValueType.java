package vn.outreach.base.value;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * One kind of value with its limits. Reads what forms, JSON, messages and query parameters send, and refuses the rest;
 * the same on every way in. Null, and text in which nothing can be seen, are "not given".
 */
public interface ValueType<T> {

    /**
     * The value, or null where none was given.
     *
     * @throws Refusal {@code field-type}, {@code field-choice} or {@code field-range}
     */
    @Nullable
    T read(FieldName name, @Nullable Object raw);

    /** The value, which must be given. @throws Refusal also {@code field-missing} */
    default T require(FieldName name, @Nullable Object raw) {
        T value = read(name, raw);
        if (value == null) {
            throw name.missing();
        }
        return value;
    }

    /** The one form in which the engine keeps the value: text, number or yes/no. */
    default Object kept(T value) {
        return value;
    }
}
