package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: every answer has the headers that tell browsers what not to do with it; pages have a nonce. */
final class HeadersFilter extends OncePerRequestFilter {

    private final Nonces nonces;

    HeadersFilter(Nonces nonces) {
        this.nonces = nonces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = Paths.of(request);
        if (Paths.isPages(path)) {
            page(request, new PageResponse(request, response), chain);
        } else {
            GuardedResponse answer = new GuardedResponse(request, response);
            SecurityHeaders.put(answer::own, path, request.isSecure());
            chain.doFilter(request, answer);
        }
    }

    private void page(HttpServletRequest request, PageResponse answer, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.put(answer::own, Paths.of(request), request.isSecure());
        chain.doFilter(new Unconditional(request), answer);
        answer.finish(page -> {
            String nonce = nonces.next();
            SecurityHeaders.putPage(answer, nonce);
            return nonces.putInto(page, nonce);
        });
    }
}
