package vn.outreach.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;
import vn.outreach.engine.EngineUsers;

/**
 * Camunda's own session, as the login form of its webapps makes it and <em>log out</em> ends it. Camunda remembers the
 * groups of a session for minutes; here they are asked anew with each request, so that a right that was taken away is gone.
 */
@Component
class SessionLogin {

    static final String ENGINE = "default";
    static final String TOKEN_HEADER = "X-XSRF-TOKEN";
    /** Where Camunda's filter against forged requests keeps the token of a session. */
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private final EngineUsers users;

    SessionLogin(EngineUsers users) {
        this.users = users;
    }

    /** Who is logged in, or null. */
    Caller caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        if (!(logins.getAuthenticationForProcessEngine(ENGINE) instanceof UserAuthentication login)) {
            return null;
        }
        String userId = login.getIdentityId();
        if (!users.exists(userId)) {
            logins.removeByEngineName(ENGINE);
            return null;
        }
        List<String> groups = users.groupsOf(userId);
        login.setGroupIds(groups);
        return new Caller(userId, Set.copyOf(groups), Caller.Way.SESSION);
    }

    /** The token of the session against forged requests; null before the first page of the webapps has made one. */
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
