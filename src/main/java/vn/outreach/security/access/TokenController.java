package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the pages below {@code /app} the token of their session. Camunda's cookie with it is for its own path only, and
 * the scripts of other sites cannot read this answer any more than that cookie.
 */
@RestController
class TokenController {

    private final SessionLogin session;

    TokenController(SessionLogin session) {
        this.session = session;
    }

    /** @param token null before the first page of the webapps was opened in this session */
    record Token(@Nullable String token) {}

    @GetMapping("/api/v1/token")
    Token token(HttpServletRequest request) {
        return new Token(session.token(request));
    }
}
