package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers every request with 503 until the application is complete: nobody sees, or works on, half a demo round. */
final class ReadinessFilter extends OncePerRequestFilter {

    private static final Problem STARTING = new Problem(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "starting",
            "Chưa sẵn sàng",
            "Hệ thống đang khởi động, xin thử lại sau ít giây.");

    private final Readiness readiness;

    ReadinessFilter(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readiness.isOpen()) {
            chain.doFilter(request, response);
        } else {
            STARTING.send(request, response);
        }
    }
}
