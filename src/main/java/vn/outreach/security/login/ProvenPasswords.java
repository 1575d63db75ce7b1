package vn.outreach.security.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right within the last minute, in memory alone: systems send theirs with each request, and hashing
 * it anew takes the engine several statements. The proof holds for the password that the account has now: whoever asks
 * names the mark of it that stands in the database, so that a new password, on whichever node it was set, ends the
 * proof.
 */
@Component
public class ProvenPasswords {

    private static final Duration HOLDS = Duration.ofSeconds(60);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final KeyedHash hash = new KeyedHash();
    private final Map<String, Proof> proofs = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Proof> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    private record Proof(byte[] hash, Instant at) {}

    ProvenPasswords(Clock clock) {
        this.clock = clock;
    }

    /** Whether exactly this password of the account was right, from this source, less than a minute ago. */
    public boolean holds(Account account, String source, String password) {
        Proof proof = proofs.get(pair(account, source));
        Instant now = clock.instant();
        return proof != null
                && !proof.at().isAfter(now)
                && now.isBefore(proof.at().plus(HOLDS))
                && hash.matches(proof.hash(), account.id(), source, password, account.passwordMark());
    }

    /** Notes that this password has been found right, for the account as it was read before. */
    public void found(Account account, String source, String password) {
        proofs.put(
                pair(account, source),
                new Proof(hash.of(account.id(), source, password, account.passwordMark()), clock.instant()));
    }

    private static String pair(Account account, String source) {
        return account.id() + '\0' + source;
    }
}
