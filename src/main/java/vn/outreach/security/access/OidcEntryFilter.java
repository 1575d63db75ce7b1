package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever opens a webapp without a login to the office's directory. With {@code ?password} in the address the
 * password form shows instead, for administrators whom the directory does not know.
 */
final class OidcEntryFilter extends OncePerRequestFilter {

    private static final Pattern APP = Pattern.compile("/camunda/app/(tasklist|cockpit|admin|welcome)/default/");
    private static final String WANTED = OidcEntryFilter.class.getName();
    private static final String HOME = "/camunda/app/welcome/default/";

    private final SessionLogin session;

    OidcEntryFilter(SessionLogin session) {
        this.session = session;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !APP.matcher(request.getRequestURI()).matches()
                || "password".equals(request.getQueryString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (session.caller(request) != null) {
            chain.doFilter(request, response);
            return;
        }
        request.getSession(true).setAttribute(WANTED, request.getRequestURI());
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, OidcLogin.BEGIN);
    }

    /** Where somebody wanted to go before the login: one of our own pages, never an address that was sent along. */
    static String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(WANTED) instanceof String page ? page : HOME;
    }
}
