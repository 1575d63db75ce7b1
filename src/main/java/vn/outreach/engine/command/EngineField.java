package vn.outreach.engine.command;

import java.lang.reflect.Field;

/**
 * A field of an engine class that the engine shows nobody. Should it be renamed one day, the application does not
 * start.
 */
public final class EngineField<T> {

    private final Field field;

    public EngineField(Class<?> owner, String name) {
        try {
            this.field = owner.getDeclaredField(name);
            field.setAccessible(true);
        } catch (NoSuchFieldException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    @SuppressWarnings("unchecked")
    public T of(Object owner) {
        try {
            return (T) field.get(owner);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
