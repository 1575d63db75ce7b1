package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.web.Origin;
import vn.outreach.web.http.FilterOrder;

/** Remembers where a request comes from, for the brake on wrong passwords and for the audit. */
@Component
@Order(FilterOrder.ORIGIN)
final class OriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Origin here = Origin.of(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        }
    }
}
