package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.web.RefusalHeaders;
import vn.outreach.web.http.ErrorPage;
import vn.outreach.web.http.Problem;

/**
 * What somebody is told who does not pass: problem+json with a Vietnamese sentence and a stable code, and nothing else.
 */
@Component
class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** What scripts of pages send with every request. */
    private static final String BY_SCRIPT = "X-Requested-With";

    private static final int LONGEST_ADDRESS = 200;

    private static final String CHALLENGE = "Basic realm=\"outreach\", charset=\"UTF-8\"";

    private final AuditTrail audit;
    private final AccessDecision decision;

    AccessAnswers(AuditTrail audit, AccessDecision decision) {
        this.audit = audit;
        this.decision = decision;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (!isWebapp(request) && request.getHeader(BY_SCRIPT) == null) {
            // Only for systems: to the script of a page, a browser would open its own little window.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        answer(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "login-needed",
                "Hãy đăng nhập bằng tài khoản của đồng chí.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!decision.isAddress(request)) {
            answer(request, response, HttpStatus.NOT_FOUND, "path-unknown", "Không có địa chỉ này.");
            return;
        }
        Set<String> verbs = decision.verbs(SecurityContextHolder.getContext().getAuthentication(), request);
        if (!verbs.isEmpty() && !decision.isVerb(request)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", verbs));
            answer(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method-unknown",
                    "Địa chỉ này không nhận phương thức đó.");
            return;
        }
        AuditEntry entry = AuditEntry.of(AuditAction.ACCESS_REFUSED, "Request", address(request))
                .changing("not-allowed", null, null);
        audit.recordRefused(entry.by(name(request)), denied);
        answer(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "not-allowed",
                "Tài khoản của đồng chí không được dùng địa chỉ này.");
    }

    /** An address that could be read in two ways: nobody who means well sends one. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException trick)
            throws IOException {
        problem(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "address-refused",
                "Địa chỉ hoặc phương thức này không được nhận.");
    }

    void refused(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        RefusalHeaders.of(refusal, response::setHeader);
        problem(request, response, HttpStatus.valueOf(refusal.kind().status()), refusal.code(), refusal.getMessage());
    }

    private static @Nullable String name(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? null
                : request.getUserPrincipal().getName();
    }

    private static String address(HttpServletRequest request) {
        String address = request.getMethod() + " " + request.getRequestURI();
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    private static boolean isWebapp(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
    }

    /** A person who typed an address sees a page, a script gets the problem. */
    private static void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (ErrorPage.isFor(request)) {
            response.sendError(status.value());
        } else {
            problem(request, response, status, code, detail);
        }
    }

    private static void problem(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            new Problem(status.value(), code, title(status), detail).send(request, response);
        }
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Cần đăng nhập";
            case NOT_FOUND -> "Không tìm thấy";
            case METHOD_NOT_ALLOWED -> "Phương thức không được nhận";
            case TOO_MANY_REQUESTS -> "Thử quá nhiều lần";
            default -> "Không có quyền";
        };
    }
}
