package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.login.Account;
import vn.outreach.security.login.Accounts;
import vn.outreach.security.login.ProvenPasswords;
import vn.outreach.web.Origin;

/** HTTP Basic against the engine's users, for systems and for the command line. */
@Component
class BasicLogin {

    private static final String SCHEME = "Basic ";

    private final IdentityService identities;
    private final Accounts accounts;
    private final ProvenPasswords proven;
    private final LoginAudit audit;

    BasicLogin(IdentityService identities, Accounts accounts, ProvenPasswords proven, LoginAudit audit) {
        this.identities = identities;
        this.accounts = accounts;
        this.proven = proven;
        this.audit = audit;
    }

    /**
     * Who sent the right password, or null.
     *
     * @throws vn.outreach.base.refusal.Refusal when this account has to wait, at this source, after too many wrong ones
     */
    @Nullable
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
        String password = pair.substring(colon + 1);
        List<String> names = EngineUsers.idsOf(pair.substring(0, colon));
        String source = Origin.address() == null ? "" : Origin.address();
        Optional<Account> account = accounts.find(names, source);
        if (account.isEmpty() || account.get().failedHere() || !proven.holds(account.get(), source, password)) {
            if (!identities.checkPassword(account.map(Account::id).orElse(names.get(0)), password)
                    || account.isEmpty()) {
                return null;
            }
            proven.found(account.get(), source, password);
        }
        audit.sentPassword(account.get().id());
        return Caller.of(account.get(), Caller.Way.BASIC);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }
}
