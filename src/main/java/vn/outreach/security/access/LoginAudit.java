package vn.outreach.security.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.web.Origin;

/**
 * Records who came and went. A session begins once; a password that is sent with every request is recorded once in a
 * while for each account and place, or a busy system would fill the table.
 */
@Component
class LoginAudit {

    private static final Duration WHILE = Duration.ofHours(12);
    private static final int MOST_REMEMBERED = 10_000;

    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Instant> seen = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    LoginAudit(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** What a request to the login form, or to log out, made of the session. */
    void changed(@Nullable Caller before, @Nullable Caller after) {
        if (before != null && (after == null || !after.id().equals(before.id()))) {
            audit.record(AuditEntry.of(AuditAction.LOGOUT, "user", before.id()).by(before.id()));
        }
        if (after != null) {
            loggedIn(after.id(), "password");
        }
    }

    void loggedIn(String userId, String how) {
        audit.record(AuditEntry.of(AuditAction.LOGIN, "user", userId)
                .changing("way", null, how)
                .by(userId));
    }

    /** Known to the office's directory, but no user of the engine. */
    void unknown(String name) {
        audit.record(AuditEntry.of(AuditAction.LOGIN_REFUSED, "user", name).by(name));
    }

    void sentPassword(String userId) {
        Instant now = clock.instant();
        String account = userId + " " + Origin.address();
        Instant last = seen.get(account);
        if (last == null || last.plus(WHILE).isBefore(now) || last.isAfter(now)) {
            seen.put(account, now);
            loggedIn(userId, "Basic");
        }
    }
}
