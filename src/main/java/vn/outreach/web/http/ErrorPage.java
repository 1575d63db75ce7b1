package vn.outreach.web.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.outreach.web.ErrorId;

/**
 * Says what went wrong where nobody else did: a page for people, problem+json for all others. Nothing of the cause is
 * in it; of a failure there is an id that stands in the log too.
 */
@Controller
public class ErrorPage implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        if (!wantsPage(request)) {
            problem.send(request, response);
            return;
        }
        show(problem, response);
    }

    /** The problem as a page, for whoever looks with a browser. */
    static void show(Problem problem, HttpServletResponse response) throws IOException {
        byte[] page = Sentences.page(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static Problem problem(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            // Somebody asked for this address itself.
            return Sentences.of(HttpServletResponse.SC_NOT_FOUND);
        }
        if (code != HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return Sentences.of(code);
        }
        String id = ErrorId.next();
        LOG.error("Error {}: {} {} failed", id, request.getMethod(), Paths.asked(request), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return Sentences.failure(code, id);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return wantsPage(request, Paths.asked(request));
    }

    /** Whether somebody looks at this address with a browser, and no script or system asks. */
    public static boolean isFor(HttpServletRequest request) {
        return wantsPage(request, Paths.of(request));
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !Paths.isApi(path);
    }
}
