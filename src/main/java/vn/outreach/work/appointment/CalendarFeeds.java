package vn.outreach.work.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.Upsert;

/**
 * Table calendar_feed: whose calendar stands behind which secret. Only a hash is kept: who reads the table opens no
 * calendar.
 */
@Repository
class CalendarFeeds {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Upsert upsert;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(JdbcClient jdbc, Upsert upsert, Clock clock) {
        this.jdbc = jdbc;
        this.upsert = upsert;
        this.clock = clock;
    }

    /** Makes a secret, which is told this once; an older one of the same person opens nothing any more. */
    String renew(String userId) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        upsert.write(() -> update(userId, hash(secret)), () -> insert(userId, hash(secret)));
        return secret;
    }

    void revoke(String userId) {
        jdbc.sql("delete from calendar_feed where user_id = ?").param(userId).update();
    }

    Optional<OffsetDateTime> madeAt(String userId) {
        return jdbc.sql("select made_at from calendar_feed where user_id = ?")
                .param(userId)
                .query(LocalDateTime.class)
                .optional()
                .map(local -> local.atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime());
    }

    Optional<String> ownerOf(String secret) {
        return jdbc.sql("select user_id from calendar_feed where secret_hash = ?")
                .param(hash(secret))
                .query(String.class)
                .optional();
    }

    private int update(String userId, String hash) {
        return jdbc.sql("update calendar_feed set secret_hash = ?, made_at = ? where user_id = ?")
                .params(hash, now(), userId)
                .update();
    }

    private void insert(String userId, String hash) {
        jdbc.sql("insert into calendar_feed(user_id, secret_hash, made_at) values (?, ?, ?)")
                .params(userId, hash, now())
                .update();
    }

    private LocalDateTime now() {
        return AppointmentRows.local(clock.instant());
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
