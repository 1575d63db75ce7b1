package vn.outreach.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * HTTP Basic against the engine's users, for {@code /engine-rest/**} and {@code /api/**}: every request needs a login,
 * and the rest of it runs as that user. Camunda's own filter would leave {@code GET /engine-rest/engine} open.
 */
final class BasicLoginFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Basic ";

    private final IdentityService identities;
    private final EngineUsers users;

    BasicLoginFilter(IdentityService identities, EngineUsers users) {
        this.identities = identities;
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String userId = login(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (userId == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"outreach\", charset=\"UTF-8\"");
            answer(response);
            return;
        }
        identities.setAuthentication(userId, users.groupsOf(userId));
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    private String login(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String pair = decode(header.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 1 || pair.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        String userId = pair.substring(0, colon);
        return identities.checkPassword(userId, pair.substring(colon + 1)) ? userId : null;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    private static void answer(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"code\":\"login-needed\","
                        + "\"detail\":\"Hãy đăng nhập bằng tài khoản của bạn.\"}");
    }
}
