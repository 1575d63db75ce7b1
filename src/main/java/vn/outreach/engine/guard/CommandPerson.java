package vn.outreach.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;

/** For whom the present command runs. */
@Component
public final class CommandPerson {

    private final CurrentUserProvider asking;

    CommandPerson(CurrentUserProvider asking) {
        this.asking = asking;
    }

    /** Who is logged in, also where the command runs with the product's own rights. */
    Optional<CurrentUser> loggedIn() {
        Authentication login = Context.getCommandContext().getAuthentication();
        return login == null || login.getUserId() == null ? Optional.empty() : Optional.of(asking.current());
    }

    /**
     * Whose rights count now. Nobody's in what the product does by itself: jobs, delegates, {@link PrivilegedCommands},
     * and wherever nobody is logged in.
     */
    public Optional<CurrentUser> checked() {
        CommandContext context = Context.getCommandContext();
        return context.isAuthorizationCheckEnabled() ? loggedIn() : Optional.empty();
    }
}
