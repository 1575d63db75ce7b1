package vn.outreach.security.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.outreach.base.refusal.Refusal;

/**
 * Records what /api/v1 refuses to somebody who is logged in. It stands before whatever makes the answer, and answers
 * nothing itself: the row is there when the 403 leaves. By now the request's transaction is over.
 */
@Component
class RefusedRequests implements HandlerExceptionResolver, Ordered {

    private final AuditTrail trail;

    RefusedRequests(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null && refusal.kind() == Refusal.Kind.FORBIDDEN) {
            // Without the query: what people search for is theirs.
            String asked = request.getMethod() + " " + request.getRequestURI();
            trail.recordRefused(
                    AuditEntry.of(AuditAction.ACCESS_REFUSED, "Request", asked).changing(refusal.code(), null, null),
                    refusal);
        }
        return null;
    }
}
