package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.security.identity.Addresses;

/**
 * Sends what the outbox holds, after the commit, each notice by itself or with the mail of the day: claim in one
 * transaction, send in none, mark in another. Several may run at once. A crash between send and mark leaves a row that
 * says it may have been sent before.
 */
@Component
public class NotificationDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationDispatcher.class);
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    /** While the way out is closed each row is tried again after this, and a pass ends at the first. */
    private static final Duration OUTAGE_WAIT = Duration.ofMinutes(1);
    /** A recipient to whom rows keep coming waits for at most so many collecting times. */
    private static final int COLLECTS = 12;

    private static final int MOST_LINES = 500;
    /** As many waiting notices come with one mail of the day at most; the others with the next. */
    private static final int MOST_WAITING = 200;

    private static final String NO_ADDRESS = "Người nhận chưa có địa chỉ thư điện tử; thư sẽ được gửi khi có địa chỉ.";
    private static final String ABANDONED =
            "Hệ thống dừng giữa lúc gửi: thư này có thể đã được gửi trước đó và nay được gửi lại.";
    private static final String NOT_WRITTEN = "Không soạn được thư; cần người quản trị xem lại.";
    private static final String MAYBE = " Thư này có thể đã được gửi; sẽ được gửi lại.";

    private final NotificationRecords records;
    private final NotificationChoices choices;
    private final Addresses addresses;
    private final MailWriter writer;
    private final MailTransport transport;
    private final DigestContent content;
    private final NotificationSettings settings;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    NotificationDispatcher(
            NotificationRecords records,
            NotificationChoices choices,
            Addresses addresses,
            MailWriter writer,
            MailTransport transport,
            DigestContent content,
            NotificationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.choices = choices;
        this.addresses = addresses;
        this.writer = writer;
        this.transport = transport;
        this.content = content;
        this.settings = settings;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One pass over everything that is due now; returns how many mails went out. */
    public int dispatch() {
        Instant now = clock.instant();
        releaseAbandoned(now);
        wakeThoseWithAnAddress(now);
        int sent = 0;
        for (Optional<Claim> claim = claim(now); claim.isPresent(); claim = claim(now)) {
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
                status -> records.release(now.minus(settings.lease()), now, settings.maxAttempts(), ABANDONED));
        if (released != null && released > 0) {
            LOG.warn("{} notices were being sent when their sender stopped; they may be sent twice", released);
        }
    }

    private void wakeThoseWithAnAddress(Instant now) {
        for (String recipient : records.recipientsWithoutAddress()) {
            if (addresses.find(recipient).filter(Addresses.Person::hasMail).isPresent()) {
                ownTransaction.executeWithoutResult(status -> records.wake(recipient, now));
            }
        }
    }

    /** The next mail; people who want none now are passed over, and their rows with them. */
    private Optional<Claim> claim(Instant now) {
        Instant patience = now.minus(settings.collect().multipliedBy(COLLECTS));
        Optional<Claim> claim;
        do {
            claim = ownTransaction.execute(
                    status -> records.lockFirstDue(now, patience).map(first -> claim(first, now)));
        } while (claim.isPresent() && claim.get().rows().isEmpty());
        return claim;
    }

    /** Without rows where the recipient is not to be mailed now. */
    private Claim claim(Notification first, Instant now) {
        NotificationChoice choice = choices.of(first.recipient());
        if (choice.mail() == NotificationChoice.ByMail.NEVER) {
            records.leaveToBell(first.recipient());
            return Claim.nothing(first.recipient());
        }
        if (choice.isQuiet(now)) {
            records.postpone(first.recipient(), choice.soundsAt(now));
            return Claim.nothing(first.recipient());
        }
        List<String> waiting = Arrays.stream(NotificationTemplate.values())
                .filter(template -> choice.waits(template, settings.atOnce()))
                .map(NotificationTemplate::fileName)
                .toList();
        if (!waiting.isEmpty()) {
            records.leaveToDigest(first.recipient(), waiting);
        }
        boolean isDigest = first.template() == NotificationTemplate.DAILY_DIGEST;
        if (isDigest && records.hasLaterDigest(first)) {
            records.drop(List.of(first.id()), now);
            return Claim.nothing(first.recipient());
        }
        if (first.attempts() == 0 && waiting.contains(first.template().fileName())) {
            return Claim.nothing(first.recipient());
        }
        List<Notification> rows = isDigest ? List.of(first) : records.lockCompanions(first, now, MOST_LINES);
        String messageId =
                first.possiblyRepeated() && first.messageId() != null ? first.messageId() : MailWriter.messageId(rows);
        records.markSending(rows, messageId, now);
        return new Claim(first.recipient(), messageId, rows);
    }

    private Outcome send(Claim claim) {
        Mail mail;
        try {
            Optional<Addresses.Person> person =
                    addresses.find(claim.recipient()).filter(Addresses.Person::hasMail);
            if (person.isEmpty()) {
                ownTransaction.executeWithoutResult(status -> records.markWaitingForAddress(claim.rows(), NO_ADDRESS));
                return Outcome.NOT_SENT;
            }
            if (claim.isDigest()) {
                return sendDigest(claim, person.get());
            }
            mail = writer.write(person.get(), claim.rows(), claim.messageId(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Mail {} cannot be written", claim.messageId(), e);
            return failed(claim, new MailNotSent(MailNotSent.Cause.REFUSED, NOT_WRITTEN, e));
        }
        return handOver(claim, mail);
    }

    private Outcome handOver(Claim claim, Mail mail) {
        try {
            transport.send(mail);
        } catch (MailNotSent e) {
            return failed(claim, e);
        }
        ownTransaction.executeWithoutResult(
                status -> records.markSent(claim.rows(), mail.to().mail(), clock.instant()));
        return Outcome.SENT;
    }

    /** Judged at this moment: without a line nothing is sent. */
    private Outcome sendDigest(Claim claim, Addresses.Person person) {
        Notification digest = claim.rows().get(0);
        DigestContent.Text text = content.of(
                claim.recipient(),
                records.lastDigest(claim.recipient()),
                records.waitingForDigest(claim.recipient(), MOST_WAITING).stream()
                        .map(row -> new DigestContent.Waiting(row.id(), row.template(), row.taskId(), writer.line(row)))
                        .toList());
        ownTransaction.executeWithoutResult(status -> records.drop(text.over(), clock.instant()));
        if (text.lines().isEmpty()) {
            ownTransaction.executeWithoutResult(status -> records.drop(List.of(digest.id()), clock.instant()));
            return Outcome.NOT_SENT;
        }
        Outcome outcome =
                handOver(claim, writer.daily(person, digest, text.lines(), claim.messageId(), clock.instant()));
        if (outcome == Outcome.SENT) {
            ownTransaction.executeWithoutResult(
                    status -> records.markToldByDigest(text.told(), digest, claim.messageId(), clock.instant()));
        }
        return outcome;
    }

    private Outcome failed(Claim claim, MailNotSent failure) {
        LOG.warn(
                "Mail {} with {} notices for {} did not go: {}",
                claim.messageId(),
                claim.rows().size(),
                claim.recipient(),
                failure.getMessage());
        LOG.debug("The reason is", failure);
        ownTransaction.executeWithoutResult(status -> claim.rows().forEach(row -> mark(row, failure)));
        return failure.kind() == MailNotSent.Cause.OUT_OF_ORDER ? Outcome.OUT_OF_ORDER : Outcome.NOT_SENT;
    }

    private void mark(Notification row, MailNotSent failure) {
        Instant now = clock.instant();
        int attempts = row.attempts() + 1;
        Instant next = now.plus(BACK_OFF.get(Math.min(attempts, BACK_OFF.size()) - 1));
        switch (failure.kind()) {
            case OUT_OF_ORDER -> records.markHeldUp(List.of(row), now.plus(OUTAGE_WAIT), failure.getMessage());
            case DEFERRED ->
                records.markDeferred(List.of(row), now, next, now.minus(settings.deferral()), failure.getMessage());
            case REFUSED ->
                records.markFailed(
                        List.of(row), state(attempts, settings.maxRefusals()), next, failure.getMessage(), false);
            case UNSURE ->
                records.markFailed(
                        List.of(row),
                        state(attempts, settings.maxAttempts()),
                        next,
                        failure.getMessage() + MAYBE,
                        true);
        }
    }

    private static Notification.State state(int attempts, int most) {
        return attempts >= most ? Notification.State.FAILED : Notification.State.PENDING;
    }

    /** Rows of one recipient that go into one mail. */
    private record Claim(String recipient, String messageId, List<Notification> rows) {

        private boolean isDigest() {
            return rows.get(0).template() == NotificationTemplate.DAILY_DIGEST;
        }

        static Claim nothing(String recipient) {
            return new Claim(recipient, "", List.of());
        }
    }

    private enum Outcome {
        SENT,
        NOT_SENT,
        OUT_OF_ORDER
    }
}
