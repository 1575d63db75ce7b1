package vn.outreach.base.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.base.text.Shortened;

/**
 * The columns of an outbox that say where its rows stand: state, attempts, next_try_at, deferred_since, claimed_at,
 * message_id, address, sent_at, last_error, possibly_repeated, set_aside. Opens no transaction.
 */
public final class DeliveryTable {

    /** The office's zone has no summer time, so local timestamps are unambiguous. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int LONGEST_ERROR = 500;
    private static final int LONGEST_ADDRESS = 255;

    private static final String MAYBE_TWICE = "Tin này có thể đã được gửi trước đó: người nhận có thể đã nhận hai lần.";

    private final JdbcClient jdbc;
    private final String table;

    public DeliveryTable(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    void markSending(Claim<?> claim, Instant now) {
        int marked = update(
                "state = 'SENDING', claimed_at = :now, message_id = :messageId",
                "id in (:ids) and state = 'PENDING'",
                Map.of("now", local(now), "messageId", claim.messageId(), "ids", claim.ids()));
        if (marked != claim.rows().size()) {
            throw new IllegalStateException(
                    "Rows of " + claim.messageId() + " are already being sent by somebody else");
        }
    }

    /** Whoever reads the row of a repeat must know that the message may have come twice, whatever failed last. */
    void markSent(Claim<?> claim, String address, Instant now) {
        update(
                """
                state = 'SENT', sent_at = :now, address = :address, claimed_at = null, attempts = attempts + 1,
                last_error = case when possibly_repeated then cast(:repeated as varchar(500)) end""",
                "id in (:ids) and state = 'SENDING'",
                Map.of(
                        "now",
                        local(now),
                        "address",
                        Shortened.to(LONGEST_ADDRESS, address),
                        "repeated",
                        MAYBE_TWICE,
                        "ids",
                        claim.ids()));
    }

    void markFailed(List<Long> ids, boolean givenUp, Instant nextTryAt, String error, boolean maybeSent) {
        update(
                """
                state = :state, attempts = attempts + 1, next_try_at = :nextTryAt, last_error = :error, claimed_at = null,
                possibly_repeated = case when :maybeSent then true else possibly_repeated end""",
                "id in (:ids) and state = 'SENDING'",
                Map.of(
                        "state",
                        givenUp ? "FAILED" : "PENDING",
                        "nextTryAt",
                        local(nextTryAt),
                        "error",
                        shortened(error),
                        "maybeSent",
                        maybeSent,
                        "ids",
                        ids));
    }

    /** Nothing was tried with these rows: the way out was closed. */
    void markHeldUp(List<Long> ids, Instant nextTryAt, String error) {
        update(
                "state = 'PENDING', next_try_at = :nextTryAt, last_error = :error, claimed_at = null",
                "id in (:ids) and state = 'SENDING'",
                Map.of("nextTryAt", local(nextTryAt), "error", shortened(error), "ids", ids));
    }

    /** The receiver puts these rows off; those that it put off first before {@code givenUpBefore} are given up. */
    void markDeferred(List<Long> ids, Instant now, Instant nextTryAt, Instant givenUpBefore, String error) {
        update(
                """
                attempts = attempts + 1, next_try_at = :nextTryAt, last_error = :error, claimed_at = null,
                state = case when deferred_since <= cast(:givenUpBefore as timestamp(3)) then 'FAILED' else 'PENDING' end,
                deferred_since = coalesce(deferred_since, cast(:now as timestamp(3)))""",
                "id in (:ids) and state = 'SENDING'",
                Map.of(
                        "nextTryAt",
                        local(nextTryAt),
                        "error",
                        shortened(error),
                        "now",
                        local(now),
                        "givenUpBefore",
                        local(givenUpBefore),
                        "ids",
                        ids));
    }

    void markAddressRefused(List<Long> ids, int tries, String error) {
        update(
                "state = 'ADDRESS_REFUSED', attempts = attempts + :tries, last_error = :error, claimed_at = null",
                "id in (:ids) and state = 'SENDING'",
                Map.of("tries", tries, "error", shortened(error), "ids", ids));
    }

    /**
     * Rows whose sender is gone: they may have been sent and say so. An attempt is counted, so nothing loops for ever.
     */
    int release(Instant claimedBefore, Instant now, int maxAttempts, String sentence) {
        return update(
                """
                state = case when attempts + 1 >= :most then 'FAILED' else 'PENDING' end,
                attempts = attempts + 1, possibly_repeated = true, next_try_at = :now, last_error = :error, claimed_at = null""",
                "state = 'SENDING' and claimed_at < :claimedBefore",
                Map.of(
                        "most",
                        maxAttempts,
                        "now",
                        local(now),
                        "error",
                        sentence,
                        "claimedBefore",
                        local(claimedBefore)));
    }

    /**
     * Tries again what did not arrive, also what was set aside, from its first attempt on.
     *
     * @return how many of these there were
     */
    public int retry(Collection<Long> ids, Instant now) {
        return ids.isEmpty()
                ? 0
                : update(
                        "state = 'PENDING', attempts = 0, deferred_since = null, set_aside = null, next_try_at = :now",
                        "id in (:ids) and state in ('FAILED', 'PENDING', 'ADDRESS_REFUSED', 'SET_ASIDE')",
                        Map.of("now", local(now), "ids", ids));
    }

    /**
     * Nothing is tried any more with what did not arrive.
     *
     * @return how many of these there were
     */
    public int setAside(Collection<Long> ids, String reason) {
        return ids.isEmpty()
                ? 0
                : update(
                        "state = 'SET_ASIDE', set_aside = :reason",
                        "id in (:ids) and state in ('FAILED', 'PENDING', 'ADDRESS_REFUSED', 'WAITING_ADDRESS')",
                        Map.of("reason", reason, "ids", ids));
    }

    private int update(String changes, String where, Map<String, ?> params) {
        return jdbc.sql("update " + table + " set " + changes + " where " + where)
                .params(params)
                .update();
    }

    private static String shortened(String error) {
        return Shortened.to(LONGEST_ERROR, error);
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZONE);
    }
}
