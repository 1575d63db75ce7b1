package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.web.http.FilterOrder;
import vn.outreach.web.http.ReadRequest;

/** Hands the id that a typed login name means to Camunda's login, which keeps the name as it gets it in the session. */
@Component
@Order(FilterOrder.SEARCH)
final class LoginNameFilter extends OncePerRequestFilter {

    private final EngineUsers users;

    LoginNameFilter(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith(LoginFormFilter.LOGIN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadRequest.changeForm(request, "username", users::idOf);
        chain.doFilter(request, response);
    }
}
