package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.SessionValidity;
import vn.outreach.security.login.Account;
import vn.outreach.security.login.Accounts;

/**
 * Looks at the session and the units of somebody whom the access rules let in, as long as the answer goes on. Keeps no
 * session alive.
 */
@Component
class CallerSessionValidity implements SessionValidity {

    private final Accounts accounts;
    private final SessionLogin login;

    CallerSessionValidity(Accounts accounts, SessionLogin login) {
        this.accounts = accounts;
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
        Optional<String> mark = accounts.find(caller.id()).map(Account::passwordMark);
        return () -> mark.isPresent()
                && accounts.find(caller.id())
                        .filter(now -> mark.get().equals(now.passwordMark())
                                && caller.groups().equals(now.groups()))
                        .isPresent();
    }

    private boolean isOf(Caller caller, HttpSession session) {
        try {
            Caller now = login.caller(session);
            return now != null
                    && caller.id().equals(now.id())
                    && caller.groups().equals(now.groups());
        } catch (IllegalStateException sessionIsOver) {
            return false;
        }
    }
}
