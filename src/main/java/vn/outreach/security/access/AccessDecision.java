package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Asks the list whether the caller's request may pass. */
@Component
class AccessDecision implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessRules rules;
    private final Roles roles;

    AccessDecision(AccessRules rules, Roles roles) {
        this.rules = rules;
        this.roles = roles;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
        return new AuthorizationDecision(lets(roles.of(caller(login.get())), context.getRequest()));
    }

    /** The verbs that this caller may send to the address of the request. */
    Set<String> verbs(Authentication login, HttpServletRequest request) {
        return rules.verbs(roles.of(caller(login)), path(request));
    }

    /** Whether somebody may send this verb to this address. */
    boolean isVerb(HttpServletRequest request) {
        return rules.know(request.getMethod(), path(request));
    }

    /** Whether the request is for an address that there is, whoever may use it. */
    boolean isAddress(HttpServletRequest request) {
        return rules.know(path(request));
    }

    private static @Nullable Caller caller(Authentication login) {
        return login != null && login.getPrincipal() instanceof Caller caller ? caller : null;
    }

    /** Whether it needs no login at all; then nobody is asked for one, and no question goes to the database. */
    boolean isPublic(HttpServletRequest request) {
        return lets(Set.of(Roles.PUBLIC), request);
    }

    private boolean lets(Set<String> words, HttpServletRequest request) {
        return rules.lets(words, request.getMethod(), path(request));
    }

    /** The address as it was sent, decoded once: the firewall in front has refused everything that means two things. */
    private static String path(HttpServletRequest request) {
        return UriUtils.decode(
                request.getRequestURI().substring(request.getContextPath().length()), StandardCharsets.UTF_8);
    }
}
