package vn.outreach.engine.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The guard at the engine's one way in: REST, the webapps and Java all come through here. Each command passes the
 * product's rules for its kind, and is remembered for the checks that the engine makes while it runs. It stands inside
 * the command's context, so that what a rule loads is not loaded again.
 */
public final class CommandGuardInterceptor extends CommandInterceptor {

    private static final ThreadLocal<Deque<Command<?>>> COMMANDS = ThreadLocal.withInitial(ArrayDeque::new);

    private final CommandRules rules;
    private final CommandPerson person;

    public CommandGuardInterceptor(CommandRules rules, CommandPerson person) {
        this.rules = rules;
        this.person = person;
    }

    /** The innermost command that runs, or null. */
    static Command<?> current() {
        return COMMANDS.get().peek();
    }

    @Override
    public <T> T execute(Command<T> command) {
        COMMANDS.get().push(command);
        try {
            person.checked().ifPresent(asking -> rules.check(command, asking));
            return next.execute(command);
        } finally {
            COMMANDS.get().pop();
        }
    }
}
