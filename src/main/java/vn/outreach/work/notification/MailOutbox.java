package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.delivery.Claim;
import vn.outreach.base.delivery.Outbox;
import vn.outreach.security.identity.Addresses;

/** Which notices go into which mail, as their recipients want them: each by itself or with the mail of the day. */
@Component
class MailOutbox implements Outbox<Notification, Mail> {

    static final String CHANNEL = "mail";

    /** A recipient to whom rows keep coming waits for at most so many collecting times. */
    private static final int COLLECTS = 12;

    private static final int MOST_LINES = 500;
    /** As many waiting notices come with one mail of the day at most; the others with the next. */
    private static final int MOST_WAITING = 200;

    private static final String NO_ADDRESS = "Người nhận chưa có địa chỉ thư điện tử; thư sẽ được gửi khi có địa chỉ.";

    private final NotificationRecords records;
    private final DigestRecords digests;
    private final NotificationChoices choices;
    private final Addresses addresses;
    private final MailWriter writer;
    private final DigestContent content;
    private final NotificationSettings settings;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    MailOutbox(
            NotificationRecords records,
            DigestRecords digests,
            NotificationChoices choices,
            Addresses addresses,
            MailWriter writer,
            DigestContent content,
            NotificationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.digests = digests;
        this.choices = choices;
        this.addresses = addresses;
        this.writer = writer;
        this.content = content;
        this.settings = settings;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String table() {
        return "notification";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Optional<Claim<Notification>> claim(Instant now) {
        Instant patience = now.minus(settings.collect().multipliedBy(COLLECTS));
        return records.lockFirstDue(now, patience).map(first -> claim(first, now));
    }

    private Claim<Notification> claim(Notification first, Instant now) {
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
            digests.leaveToDigest(first.recipient(), waiting);
        }
        boolean isDigest = isDigest(first);
        if (isDigest && digests.hasLater(first)) {
            digests.drop(List.of(first.id()), now);
            return Claim.nothing(first.recipient());
        }
        if (first.attempts() == 0 && waiting.contains(first.template().fileName())) {
            return Claim.nothing(first.recipient());
        }
        List<Notification> rows = isDigest ? List.of(first) : records.lockCompanions(first, now, MOST_LINES);
        String messageId =
                first.possiblyRepeated() && first.messageId() != null ? first.messageId() : MailWriter.messageId(rows);
        return new Claim<>(first.recipient(), messageId, rows);
    }

    @Override
    public Optional<Prepared<Mail>> prepare(Claim<Notification> claim) {
        Optional<Addresses.Person> found = addresses.find(claim.recipient()).filter(Addresses.Person::hasMail);
        if (found.isEmpty()) {
            ownTransaction.executeWithoutResult(status -> records.markWaitingForAddress(claim.ids(), NO_ADDRESS));
            return Optional.empty();
        }
        Addresses.Person person = found.get();
        if (isDigest(claim.rows().get(0))) {
            return ofTheDay(claim, person);
        }
        Mail mail = writer.write(person, claim.rows(), claim.messageId(), clock.instant());
        return Optional.of(new Prepared<>(person.mail(), mail, () -> {}));
    }

    /** Judged at this moment: without a line nothing is sent. */
    private Optional<Prepared<Mail>> ofTheDay(Claim<Notification> claim, Addresses.Person person) {
        Notification digest = claim.rows().get(0);
        DigestContent.Text text = content.of(
                claim.recipient(),
                digests.last(claim.recipient()),
                digests.waiting(claim.recipient(), MOST_WAITING).stream()
                        .map(row -> new DigestContent.Waiting(row.id(), row.template(), row.taskId(), writer.line(row)))
                        .toList());
        ownTransaction.executeWithoutResult(status -> digests.drop(text.over(), clock.instant()));
        if (text.lines().isEmpty()) {
            ownTransaction.executeWithoutResult(status -> digests.drop(List.of(digest.id()), clock.instant()));
            return Optional.empty();
        }
        Mail mail = writer.daily(person, digest, text.lines(), claim.messageId(), clock.instant());
        return Optional.of(new Prepared<>(
                person.mail(), mail, () -> digests.markTold(text.told(), digest, claim.messageId(), clock.instant())));
    }

    @Override
    public void addressRefused(String recipient) {
        records.leaveToRefusedAddress(recipient);
    }

    private static boolean isDigest(Notification row) {
        return row.template() == NotificationTemplate.DAILY_DIGEST;
    }
}
