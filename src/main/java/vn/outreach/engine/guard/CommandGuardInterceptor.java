package vn.outreach.engine.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.security.identity.CurrentUser;

/**
 * The guard at the engine's one way in: REST, the webapps and Java all come through here. Each command passes the
 * product's rules for its kind, and is remembered for the checks that the engine makes while it runs. It stands inside
 * the command's context, so that what a rule loads is not loaded again.
 */
public final class CommandGuardInterceptor extends CommandInterceptor {

    private static final ThreadLocal<Deque<Command<?>>> COMMANDS = ThreadLocal.withInitial(ArrayDeque::new);

    private final CommandRules rules;

    public CommandGuardInterceptor(CommandRules rules) {
        this.rules = rules;
    }

    /** The innermost command that runs, or null. */
    static Command<?> current() {
        return COMMANDS.get().peek();
    }

    /**
     * Whose rights count now. Nobody's in what the product does by itself: jobs, delegates, {@link PrivilegedCommands},
     * and wherever nobody is logged in.
     */
    public static Optional<CurrentUser> person() {
        CommandContext context = Context.getCommandContext();
        Authentication asking = context.getAuthentication();
        if (!context.isAuthorizationCheckEnabled() || asking == null || asking.getUserId() == null) {
            return Optional.empty();
        }
        return Optional.of(userOf(asking));
    }

    static CurrentUser userOf(Authentication asking) {
        List<String> groups = asking.getGroupIds();
        return new CurrentUser(asking.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }

    @Override
    public <T> T execute(Command<T> command) {
        COMMANDS.get().push(command);
        try {
            person().ifPresent(person -> rules.check(command, person));
            return next.execute(command);
        } finally {
            COMMANDS.get().pop();
        }
    }
}
