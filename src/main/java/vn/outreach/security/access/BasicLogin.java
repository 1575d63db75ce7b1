package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.EngineUsers;

/** HTTP Basic against the engine's users, for systems and for the command line. */
@Component
class BasicLogin {

    private static final String SCHEME = "Basic ";

    private final IdentityService identities;
    private final EngineUsers users;
    private final LoginAudit audit;

    BasicLogin(IdentityService identities, EngineUsers users, LoginAudit audit) {
        this.identities = identities;
        this.users = users;
        this.audit = audit;
    }

    /**
     * Who sent the right password, or null.
     *
     * @throws vn.outreach.base.refusal.Refusal when this account has to wait, at this source, after too many wrong ones
     */
    Caller caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String pair = decode(header.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 1 || pair.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        String userId = users.idOf(pair.substring(0, colon));
        if (!identities.checkPassword(userId, pair.substring(colon + 1))) {
            return null;
        }
        audit.sentPassword(userId);
        return new Caller(userId, Set.copyOf(users.groupsOf(userId)), Caller.Way.BASIC);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }
}
