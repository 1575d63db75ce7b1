package vn.outreach.base.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what an outbox holds, after the commit: claim in one transaction, send in none, mark in another. Several may
 * run at once, on several nodes. A crash between send and mark leaves a row that says it may have been sent before.
 */
public final class DeliveryRun<R extends DeliveryRow, M> {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    /** While the way out is closed each row is tried again after this, and a pass ends at the first. */
    private static final Duration OUTAGE_WAIT = Duration.ofMinutes(1);

    private static final String ABANDONED =
            "Hệ thống dừng giữa lúc gửi: tin này có thể đã được gửi trước đó và nay được gửi lại.";
    private static final String NOT_WRITTEN = "Không soạn được tin để gửi; cần người quản trị xem lại.";
    private static final String MAYBE = " Tin này có thể đã được gửi; sẽ được gửi lại.";

    private final Outbox<R, M> outbox;
    private final Channel<M> channel;
    private final DeliveryTable table;
    private final RefusedAddresses refused;
    private final DeliverySettings settings;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    public DeliveryRun(
            Outbox<R, M> outbox,
            Channel<M> channel,
            JdbcClient jdbc,
            RefusedAddresses refused,
            DeliverySettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.channel = channel;
        this.table = new DeliveryTable(jdbc, outbox.table());
        this.refused = refused;
        this.settings = settings;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One pass over everything that is due now; returns how many messages went out. */
    public int pass() {
        Instant now = clock.instant();
        releaseAbandoned(now);
        int sent = 0;
        for (Optional<Claim<R>> claim = claim(now); claim.isPresent(); claim = claim(now)) {
            Outcome outcome = send(claim.get());
            if (outcome == Outcome.OUT_OF_ORDER) {
                // The others would meet the same refusal; they stay as they are.
                return sent;
            }
            sent += outcome == Outcome.SENT ? 1 : 0;
        }
        return sent;
    }

    private void releaseAbandoned(Instant now) {
        Integer released = ownTransaction.execute(
                status -> table.release(now.minus(settings.lease()), now, settings.maxAttempts(), ABANDONED));
        if (released != null && released > 0) {
            LOG.warn(
                    "{} rows of {} were being sent when their sender stopped; they may be sent twice",
                    released,
                    outbox.table());
        }
    }

    /** The next message; recipients who want none now are passed over, and their rows with them. */
    private Optional<Claim<R>> claim(Instant now) {
        Optional<Claim<R>> claim;
        do {
            claim = ownTransaction.execute(status -> {
                Optional<Claim<R>> next = outbox.claim(now);
                next.filter(it -> !it.rows().isEmpty()).ifPresent(it -> table.markSending(it, now));
                return next;
            });
        } while (claim.isPresent() && claim.get().rows().isEmpty());
        return claim;
    }

    private Outcome send(Claim<R> claim) {
        Optional<Outbox.Prepared<M>> prepared;
        try {
            prepared = outbox.prepare(claim);
        } catch (RuntimeException e) {
            LOG.error("Message {} cannot be written", claim.messageId(), e);
            return failed(claim, "", new NotDelivered(NotDelivered.Cause.REFUSED, NOT_WRITTEN, e));
        }
        return prepared.map(it -> handOver(claim, it)).orElse(Outcome.NOT_SENT);
    }

    private Outcome handOver(Claim<R> claim, Outbox.Prepared<M> prepared) {
        Optional<RefusedAddresses.Refusal> known =
                refused.of(outbox.channel(), claim.recipient()).filter(it -> it.isOf(prepared.address()));
        if (known.isPresent()) {
            ownTransaction.executeWithoutResult(
                    status -> markAddressRefused(claim, 0, known.get().answer()));
            return Outcome.NOT_SENT;
        }
        try {
            channel.send(prepared.message());
        } catch (NotDelivered e) {
            return failed(claim, prepared.address(), e);
        }
        ownTransaction.executeWithoutResult(status -> {
            table.markSent(claim, prepared.address(), clock.instant());
            prepared.marked().run();
        });
        return Outcome.SENT;
    }

    private Outcome failed(Claim<R> claim, String address, NotDelivered failure) {
        LOG.warn(
                "Message {} with {} rows of {} for {} did not go: {}",
                claim.messageId(),
                claim.rows().size(),
                outbox.table(),
                claim.recipient(),
                failure.getMessage());
        LOG.debug("The reason is", failure);
        if (failure.kind() == NotDelivered.Cause.ADDRESS_REFUSED) {
            ownTransaction.executeWithoutResult(status -> {
                refused.mark(outbox.channel(), claim.recipient(), address, failure.getMessage(), clock.instant());
                markAddressRefused(claim, 1, failure.getMessage());
            });
            return Outcome.NOT_SENT;
        }
        ownTransaction.executeWithoutResult(status -> claim.rows().forEach(row -> mark(row, failure)));
        return failure.kind() == NotDelivered.Cause.OUT_OF_ORDER ? Outcome.OUT_OF_ORDER : Outcome.NOT_SENT;
    }

    private void markAddressRefused(Claim<R> claim, int tries, String answer) {
        table.markAddressRefused(claim.ids(), tries, answer);
        outbox.addressRefused(claim.recipient());
    }

    private void mark(R row, NotDelivered failure) {
        Instant now = clock.instant();
        List<Long> ids = List.of(row.id());
        int attempts = row.attempts() + 1;
        Instant next = now.plus(BACK_OFF.get(Math.min(attempts, BACK_OFF.size()) - 1));
        switch (failure.kind()) {
            case OUT_OF_ORDER -> table.markHeldUp(ids, now.plus(OUTAGE_WAIT), failure.getMessage());
            case DEFERRED -> table.markDeferred(ids, now, next, now.minus(settings.deferral()), failure.getMessage());
            case REFUSED, ADDRESS_REFUSED ->
                table.markFailed(ids, attempts >= settings.maxRefusals(), next, failure.getMessage(), false);
            case UNSURE ->
                table.markFailed(ids, attempts >= settings.maxAttempts(), next, failure.getMessage() + MAYBE, true);
        }
    }

    private enum Outcome {
        SENT,
        NOT_SENT,
        OUT_OF_ORDER
    }
}
