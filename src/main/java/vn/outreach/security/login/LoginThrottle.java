package vn.outreach.security.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;

/**
 * Slows whoever sends wrong passwords, by account and source together: the first few are free, then each one doubles
 * the time in which not even the right password counts. Somebody elsewhere cannot lock an account for its owner, as the
 * engine's own lock would. While a source tries many accounts, each account that failed there waits after each failure;
 * all others at the same address do not, since a whole office may share one, nor who was let in from there lately.
 */
@Service
public class LoginThrottle {

    /** Stands for all accounts in the row of a source; no user's id can be empty. */
    private static final String EVERY_ACCOUNT = "";

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int FREE_OF_SOURCE = 60;
    private static final Duration LONGEST_OF_SOURCE = Duration.ofSeconds(30);
    /** After this time without a wrong password, counting begins anew. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 64;

    private final LoginFailures failures;
    private final KnownLogins known;
    private final Clock clock;

    LoginThrottle(LoginFailures failures, KnownLogins known, Clock clock) {
        this.failures = failures;
        this.known = known;
        this.clock = clock;
    }

    /**
     * To be asked before a password is looked at.
     *
     * @throws Refusal {@code login-slowed} while this account has to wait at this source
     */
    public void mustBeOpen(String account, String source, String password) {
        Optional<LoginFailures.Row> own = failures.find(cut(account), cut(source));
        if (own.isEmpty() || known.wasRight(cut(account), cut(source), password)) {
            return;
        }
        Instant now = clock.instant();
        OffsetDateTime lockedUntil = own.get().lockedUntil();
        if (lockedUntil != null && own.get().isLockedAt(now)) {
            throw slowed(now, lockedUntil.toInstant());
        }
        failures.find(EVERY_ACCOUNT, cut(source))
                .filter(every -> every.isLockedAt(now))
                .map(every -> every.waitAfter(own.get().lastAt().toInstant()))
                .filter(until -> until.isAfter(now) && !known.isKnown(cut(account), cut(source)))
                .ifPresent(until -> {
                    throw slowed(now, until);
                });
    }

    /** Counts a wrong password; returns how long the account now has to wait at this source, zero if not at all. */
    public Duration failed(String account, String source) {
        Duration wait = count(cut(account), cut(source), FREE, LONGEST);
        count(EVERY_ACCOUNT, cut(source), FREE_OF_SOURCE, LONGEST_OF_SOURCE);
        return wait;
    }

    /** The right password: the slate of this account at this source is clean. */
    public void succeeded(String account, String source, String password) {
        if (failures.find(cut(account), cut(source)).isPresent()) {
            failures.delete(cut(account), cut(source));
        }
        known.letIn(cut(account), cut(source), password);
    }

    private Duration count(String account, String source, int free, Duration longest) {
        Instant now = clock.instant();
        Optional<LoginFailures.Row> before = failures.find(account, source);
        boolean fresh = before.isEmpty()
                || before.get().lastAt().toInstant().plus(FORGOTTEN).isBefore(now);
        int count = fresh ? 1 : before.get().failures() + 1;
        Duration wait = wait(count, free, longest);
        if (before.isEmpty()) {
            failures.deleteBefore(now.minus(KEPT));
            failures.first(account, source, now);
        } else {
            failures.update(account, source, count, now, wait.isZero() ? null : now.plus(wait));
        }
        return wait;
    }

    /** 2 s, 4 s, 8 s … after the free ones. */
    private static Duration wait(int count, int free, Duration longest) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(2L << Math.min(count - free, 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private static Refusal slowed(Instant now, Instant until) {
        long seconds = Duration.between(now, until).toSeconds() + 1;
        return Refusal.tooOften(
                "login-slowed",
                "Đã nhập sai mật khẩu nhiều lần từ nơi này; hãy thử lại sau " + seconds + " giây.",
                Duration.ofSeconds(seconds));
    }

    private static String cut(String text) {
        String known = text == null ? "" : text;
        return known.length() <= LONGEST_NAME ? known : known.substring(0, LONGEST_NAME);
    }
}
