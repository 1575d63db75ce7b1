package vn.outreach.engine.command;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Optional;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A field of an engine class that has no getter. It is looked up when the application starts: should an upgrade of the
 * engine rename it or give it another type, the application does not start, instead of guarding nothing.
 */
public final class EngineField<T> {

    private final Class<T> type;
    private final VarHandle handle;

    private EngineField(Class<T> type, VarHandle handle) {
        this.type = type;
        this.handle = handle;
    }

    /** The type is exactly that of the field; {@code int.class} gives an {@code EngineField<Integer>}. */
    @SuppressWarnings("unchecked")
    public static <T> EngineField<T> of(Class<?> owner, String name, Class<T> type) {
        try {
            VarHandle handle =
                    MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
            return new EngineField<>((Class<T>) ClassUtils.resolvePrimitiveIfNecessary(type), handle);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("%s has no field “%s” of %s".formatted(owner, name, type), changed);
        }
    }

    public T in(Object owner) {
        return type.cast(handle.get(owner));
    }

    /** What the owner keeps in a text field of that name; empty if it has none. */
    public static Optional<String> text(Object owner, String name) {
        Field field = ReflectionUtils.findField(owner.getClass(), name, String.class);
        if (field == null) {
            return Optional.empty();
        }
        ReflectionUtils.makeAccessible(field);
        return Optional.ofNullable((String) ReflectionUtils.getField(field, owner));
    }
}
