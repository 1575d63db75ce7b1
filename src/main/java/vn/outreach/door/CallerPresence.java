package vn.outreach.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.outreach.engine.EngineUsers;
import vn.outreach.people.Presence;

/** Looks at the session and the units of somebody whom the door let in, as long as the answer goes on. Keeps no session alive. */
@Component
class CallerPresence implements Presence {

    private final EngineUsers users;

    CallerPresence(EngineUsers users) {
        this.users = users;
    }

    @Override
    public BooleanSupplier of(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof Caller caller)) {
            return () -> false;
        }
        HttpSession session = caller.way() == Caller.Way.SESSION ? request.getSession(false) : null;
        return () -> (session == null || isOf(caller, session)) && isUnchanged(caller);
    }

    private static boolean isOf(Caller caller, HttpSession session) {
        try {
            return AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(SessionLogin.ENGINE)
                            instanceof UserAuthentication login
                    && caller.id().equals(login.getIdentityId());
        } catch (IllegalStateException sessionIsOver) {
            return false;
        }
    }

    private boolean isUnchanged(Caller caller) {
        return users.exists(caller.id()) && caller.groups().equals(Set.copyOf(users.groupsOf(caller.id())));
    }
}
