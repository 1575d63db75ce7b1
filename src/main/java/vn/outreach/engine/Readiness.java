package vn.outreach.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers every request with 503 until the application is complete: nobody sees, or works on, half a demo round. */
@Component
public class Readiness extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "5";

    private final AtomicBoolean ready = new AtomicBoolean();

    public void open() {
        ready.set(true);
    }

    public boolean isOpen() {
        return ready.get();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ready.get()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("Hệ thống đang khởi động, xin thử lại sau ít giây.");
    }
}
