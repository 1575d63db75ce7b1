package vn.outreach.work.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.delivery.Channel;
import vn.outreach.base.delivery.DeliveryRun;
import vn.outreach.base.delivery.RefusedAddresses;
import vn.outreach.security.identity.Addresses;

/** Sends what the outbox holds, after the commit, and wakes what waited for an address. Several may run at once. */
@Component
public class NotificationDispatcher {

    private final NotificationRecords records;
    private final Addresses addresses;
    private final RefusedAddresses refused;
    private final Clock clock;
    private final DeliveryRun<Notification, Mail> run;
    private final TransactionTemplate ownTransaction;

    NotificationDispatcher(
            NotificationRecords records,
            MailOutbox outbox,
            Channel<Mail> channel,
            RefusedAddresses refused,
            Addresses addresses,
            NotificationSettings settings,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.addresses = addresses;
        this.refused = refused;
        this.clock = clock;
        this.run = new DeliveryRun<>(outbox, channel, jdbc, refused, settings.delivery(), clock, transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One pass over everything that is due now; returns how many mails went out. */
    public int dispatch() {
        Instant now = clock.instant();
        wakeThoseWithAnAddress(now);
        wakeThoseWithAnotherAddress(now);
        return run.pass();
    }

    private void wakeThoseWithAnAddress(Instant now) {
        for (String recipient : records.recipientsIn(Notification.State.WAITING_ADDRESS)) {
            if (mail(recipient).isPresent()) {
                ownTransaction.executeWithoutResult(status -> records.wake(recipient, now));
            }
        }
    }

    private void wakeThoseWithAnotherAddress(Instant now) {
        for (RefusedAddresses.Refusal refusal : refused.of(MailOutbox.CHANNEL)) {
            String recipient = refusal.recipient();
            if (mail(recipient).filter(refusal::isOf).isEmpty()) {
                ownTransaction.executeWithoutResult(status -> refused.forget(MailOutbox.CHANNEL, recipient));
            }
        }
        for (String recipient : records.recipientsIn(Notification.State.ADDRESS_REFUSED)) {
            if (refused.of(MailOutbox.CHANNEL, recipient).isEmpty()) {
                ownTransaction.executeWithoutResult(status -> records.wakeUnread(recipient, now));
            }
        }
    }

    private Optional<String> mail(String recipient) {
        return addresses.find(recipient).filter(Addresses.Person::hasMail).map(Addresses.Person::mail);
    }
}
