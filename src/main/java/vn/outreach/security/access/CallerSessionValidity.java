package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.SessionValidity;

/** Looks at the session and the units of somebody whom the access rules let in, as long as the answer goes on. Keeps no session alive. */
@Component
class CallerSessionValidity implements SessionValidity {

    private final EngineUsers users;
    private final SessionLogin login;

    CallerSessionValidity(EngineUsers users, SessionLogin login) {
        this.users = users;
        this.login = login;
    }

    @Override
    public BooleanSupplier of(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof Caller caller)) {
            return () -> false;
        }
        if (caller.way() == Caller.Way.SESSION) {
            HttpSession session = request.getSession(false);
            return () -> isOf(caller, session);
        }
        Optional<String> mark = users.passwordMark(caller.id());
        return () -> mark.isPresent()
                && mark.equals(users.passwordMark(caller.id()))
                && caller.groups().equals(Set.copyOf(users.groupsOf(caller.id())));
    }

    private boolean isOf(Caller caller, HttpSession session) {
        try {
            return caller.equals(login.caller(session));
        } catch (IllegalStateException sessionIsOver) {
            return false;
        }
    }
}
