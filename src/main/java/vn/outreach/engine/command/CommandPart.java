package vn.outreach.engine.command;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A part of one of the engine's commands that has no getter. It is looked up when the application starts: should an
 * upgrade of the engine rename it, the application does not start, instead of guarding nothing.
 */
public final class CommandPart<T> {

    private final Class<T> type;
    private final VarHandle handle;

    private CommandPart(Class<T> type, VarHandle handle) {
        this.type = type;
        this.handle = handle;
    }

    public static <T> CommandPart<T> of(Class<?> command, String name, Class<T> type) {
        try {
            VarHandle handle = MethodHandles.privateLookupIn(command, MethodHandles.lookup())
                    .findVarHandle(command, name, type);
            return new CommandPart<>(type, handle);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(
                    "%s of the engine has no part “%s” any more".formatted(command, name), changed);
        }
    }

    public T in(Object command) {
        return type.cast(handle.get(command));
    }
}
