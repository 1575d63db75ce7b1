package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the session of somebody who has logged in live longer than that of a visitor: Camunda makes a session for
 * whoever opens a login page, and without this anybody could fill the memory with them.
 */
final class SessionFilter extends OncePerRequestFilter {

    /** Where Camunda keeps who has logged in; its own constant is not public. */
    private static final String LOGINS = "authenticatedUser";

    private final int loggedIn;
    private final int visiting;

    SessionFilter(Duration loggedIn, Duration visiting) {
        this.loggedIn = (int) loggedIn.toSeconds();
        this.visiting = (int) visiting.toSeconds();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        int life = isLoggedIn(session) ? loggedIn : visiting;
        if (session.getMaxInactiveInterval() != life) {
            session.setMaxInactiveInterval(life);
        }
    }

    private static boolean isLoggedIn(HttpSession session) {
        return session.getAttribute(LOGINS) instanceof Authentications who
                && !who.getAuthentications().isEmpty();
    }
}
