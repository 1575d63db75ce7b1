package vn.outreach.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.base.database.DatabaseAway;
import vn.outreach.base.database.DatabaseWatch;
import vn.outreach.base.refusal.Refusal;

/**
 * Answers at once what needs a database that is away, so that no request holds a thread for it, and what found out by
 * itself. Pages, their files and the health probe go on.
 */
final class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "5";

    private final DatabaseWatch watch;

    DatabaseAwayFilter(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.isAway() && Paths.isData(Paths.of(request))) {
            answer(DatabaseAway.refusal(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            answer(DatabaseAway.refusal(failure), request, response);
        }
    }

    private static void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = new Problem(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                refusal.code(),
                "Chưa thực hiện được",
                refusal.getMessage());
        response.resetBuffer();
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (!ErrorPage.isFor(request)) {
            problem.send(request, response);
            return;
        }
        ErrorPage.show(problem, response);
    }
}
