package vn.outreach.security.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.outreach.base.refusal.Refusal;

/**
 * Finds out who asks: on the engine's REST API by Basic, on the webapps by their session, on the product's API by
 * either. Where the engine's own filters do not, the rest of the request runs as that user for the engine.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String ENGINE_REST = "/engine-rest/";
    private static final String PRODUCT_API = "/api/";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessDecision decision;
    private final BasicLogin basic;
    private final SessionLogin session;
    private final AccessAnswers answers;
    private final IdentityService identities;

    CallerFilter(
            AccessDecision decision,
            BasicLogin basic,
            SessionLogin session,
            AccessAnswers answers,
            IdentityService identities) {
        this.decision = decision;
        this.basic = basic;
        this.session = session;
        this.answers = answers;
        this.identities = identities;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return decision.isPublic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = caller(request);
        } catch (RuntimeException failure) {
            Refusal wait = Refusal.in(failure);
            if (wait == null) {
                throw failure;
            }
            answers.refused(request, response, wait);
            return;
        }
        if (caller != null && isForged(caller, request)) {
            answers.refused(
                    request,
                    response,
                    Refusal.forbidden(
                            "csrf-token", "Yêu cầu thiếu mã chống giả mạo của phiên làm việc; hãy tải lại trang."));
            return;
        }
        if (caller == null) {
            chain.doFilter(request, response);
        } else {
            runAs(caller, request, () -> chain.doFilter(request, response));
            if (isOwnPassword(caller, request) && response.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES) {
                session.changedOwnPassword(request);
            }
        }
    }

    private static boolean isOwnPassword(Caller caller, HttpServletRequest request) {
        return caller.way() == Caller.Way.SESSION
                && request.getMethod().equals("PUT")
                && request.getRequestURI().endsWith("/user/" + caller.id() + "/credentials");
    }

    private @Nullable Caller caller(HttpServletRequest request) {
        if (isAt(request, ENGINE_REST)) {
            return basic.caller(request);
        }
        if (isAt(request, PRODUCT_API) || !decision.isAddress(request)) {
            // Where nothing is, both ways of logging in are good enough to be told so.
            Caller caller = basic.caller(request);
            return caller == null ? session.caller(request) : caller;
        }
        return session.caller(request);
    }

    /** The webapps' own addresses have Camunda's filter for this. */
    private boolean isForged(Caller caller, HttpServletRequest request) {
        return caller.way() == Caller.Way.SESSION
                && isAt(request, PRODUCT_API)
                && !SAFE.contains(request.getMethod())
                && !session.hasToken(request);
    }

    private static boolean isAt(HttpServletRequest request, String root) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(root);
    }

    private interface Rest {
        void run() throws ServletException, IOException;
    }

    private void runAs(Caller caller, HttpServletRequest request, Rest rest) throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        boolean forTheEngine = isAt(request, ENGINE_REST) || isAt(request, PRODUCT_API);
        if (forTheEngine) {
            identities.setAuthentication(caller.id(), List.copyOf(caller.groups()));
        }
        try {
            rest.run();
        } finally {
            if (forTheEngine) {
                identities.clearAuthentication();
            }
        }
    }
}
