package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.outreach.security.login.Account;
import vn.outreach.security.login.Accounts;

/**
 * Camunda's own session, as the login form of its webapps makes it and <em>log out</em> ends it. Camunda remembers the
 * groups of a session for minutes; here they are asked anew with each request, so that a right that was taken away is
 * gone. A session ends, on whichever node it is, with the password it was begun with, with the account, and after half
 * a day whatever is done in it.
 */
@Component
class SessionLogin {

    static final String ENGINE = "default";
    static final String TOKEN_HEADER = "X-XSRF-TOKEN";
    /** Where Camunda's filter against forged requests keeps the token of a session. */
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    /** Where a session keeps its {@link Begun}. */
    private static final String BEGUN = "outreach.login";

    private final Accounts accounts;
    private final Clock clock;
    private final Duration longest;

    SessionLogin(Accounts accounts, Clock clock, @Value("${outreach.web.whole-session}") Duration longest) {
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    /** Who began a session, when, and with which password. */
    private record Begun(String userId, Instant at, String passwordMark) {}

    /** Who is logged in, or null. */
    @Nullable
    Caller caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : caller(session);
    }

    /** The same for a session that is looked at outside its requests. */
    @Nullable
    Caller caller(HttpSession session) {
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        if (!(logins.getAuthenticationForProcessEngine(ENGINE) instanceof UserAuthentication login)) {
            return null;
        }
        String userId = login.getIdentityId();
        Optional<Account> account = accounts.find(userId);
        if (account.isEmpty() || isOver(session, userId, account.get().passwordMark())) {
            logins.removeByEngineName(ENGINE);
            session.removeAttribute(BEGUN);
            return null;
        }
        login.setGroupIds(List.copyOf(account.get().groups()));
        return Caller.of(account.get(), Caller.Way.SESSION);
    }

    private boolean isOver(HttpSession session, String userId, String mark) {
        if (session.getAttribute(BEGUN) instanceof Begun begun && begun.userId().equals(userId)) {
            return !begun.passwordMark().equals(mark)
                    || !clock.instant().isBefore(begun.at().plus(longest));
        }
        session.setAttribute(BEGUN, new Begun(userId, clock.instant(), mark));
        return false;
    }

    /** The session in which somebody changed the own password goes on; the others of that account are over. */
    void changedOwnPassword(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(BEGUN) instanceof Begun begun) {
            accounts.find(begun.userId())
                    .ifPresent(account ->
                            session.setAttribute(BEGUN, new Begun(begun.userId(), begun.at(), account.passwordMark())));
        }
    }

    /** The token of the session against forged requests; null before the first page of the webapps has made one. */
    @Nullable
    String token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TOKEN) instanceof String token ? token : null;
    }

    /** A page of another site can make a browser send the cookie, but it cannot read the token of the session. */
    boolean hasToken(HttpServletRequest request) {
        String token = token(request);
        String sent = request.getHeader(TOKEN_HEADER);
        return token != null
                && sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
