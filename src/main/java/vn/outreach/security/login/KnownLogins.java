package vn.outreach.security.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;

/**
 * Who was let in from where lately. Which password was right is remembered in memory alone, under a key that ends with
 * the process: a system that sends its good password does not wait because another one sends an old password of the
 * same account.
 */
@Repository
class KnownLogins {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration NOTED_AGAIN = Duration.ofDays(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Upsert upsert;
    private final Clock clock;
    private final KeyedHash hash = new KeyedHash();
    private final Map<String, Good> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    private record Good(byte[] proof, Instant notedAt) {}

    KnownLogins(JdbcClient jdbc, Upsert upsert, Clock clock) {
        this.jdbc = jdbc;
        this.upsert = upsert;
        this.clock = clock;
    }

    /** Whether exactly this password was the right one here since the process began, and none after it. */
    boolean wasRight(String account, String source, String password) {
        Good good = remembered.get(pair(account, source));
        return good != null && hash.matches(good.proof(), account, source, password);
    }

    /** Whether this account was let in from there within 30 days. */
    boolean isKnown(String account, String source) {
        return jdbc.sql("select count(*) from login_known where pair = ? and last_at > ?")
                        .params(
                                pair(account, source),
                                Timestamp.from(clock.instant().minus(KEPT)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Notes that somebody was let in; the table is written once a day for each of them. */
    void letIn(String account, String source, String password) {
        Instant now = clock.instant();
        String pair = pair(account, source);
        Good before = remembered.get(pair);
        Good noted = before != null
                        && !before.notedAt().plus(NOTED_AGAIN).isBefore(now)
                        && !before.notedAt().isAfter(now)
                ? before
                : null;
        byte[] proof = hash.of(account, source, password);
        if (noted == null) {
            jdbc.sql("delete from login_known where last_at < ?")
                    .param(Timestamp.from(now.minus(KEPT)))
                    .update();
            upsert.write(
                    () -> jdbc.sql("update login_known set last_at = ? where pair = ?")
                            .params(Timestamp.from(now), pair)
                            .update(),
                    () -> jdbc.sql("insert into login_known(last_at, pair) values (?, ?)")
                            .params(Timestamp.from(now), pair)
                            .update());
        }
        if (noted == null || !Arrays.equals(noted.proof(), proof)) {
            remembered.put(pair, new Good(proof, noted == null ? now : noted.notedAt()));
        }
    }

    private static String pair(String account, String source) {
        try {
            byte[] text = (account + '\0' + source).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
