package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.web.http.FilterOrder;

/**
 * The webapps' own login form and <em>log out</em>: takes no password out of an address, where every log on the way
 * would keep it, remembers in the browser that somebody left, and records who came and went.
 */
@Component
@Order(FilterOrder.LOGIN_FORM)
final class LoginFormFilter extends OncePerRequestFilter {

    private static final String ACCOUNT = "/camunda/api/admin/auth/user/" + SessionLogin.ENGINE;
    static final String LOGIN = ACCOUNT + "/login/";
    private static final String LOGOUT = ACCOUNT + "/logout";

    private final AccessAnswers answers;
    private final SessionLogin session;
    private final LoginAudit audit;

    LoginFormFilter(AccessAnswers answers, SessionLogin session, LoginAudit audit) {
        this.answers = answers;
        this.session = session;
        this.audit = audit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(ACCOUNT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(LOGIN) && request.getQueryString() != null) {
            answers.refused(
                    request,
                    response,
                    Refusal.forbidden("password-in-address", "Mật khẩu không được gửi trong địa chỉ."));
            return;
        }
        Caller before = session.caller(request);
        if (!request.getMethod().equals("POST")) {
            // Who asks for the own login: a session that is over says so.
            chain.doFilter(request, response);
            return;
        }
        if (request.getRequestURI().equals(LOGOUT)) {
            LeftCookie.set(request, response);
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            audit.changed(before, session.caller(request));
        }
    }
}
