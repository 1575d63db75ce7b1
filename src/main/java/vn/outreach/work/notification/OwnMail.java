package vn.outreach.work.notification;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.delivery.RefusedAddresses;
import vn.outreach.security.identity.Addresses;

/** What a person is told about the own address: that mails to it were refused for good. */
@Component
class OwnMail {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RefusedAddresses refused;
    private final Addresses addresses;

    OwnMail(RefusedAddresses refused, Addresses addresses) {
        this.refused = refused;
        this.addresses = addresses;
    }

    /** @param answer the mail server's words */
    record Refused(String address, OffsetDateTime since, String answer) {}

    /** Null where mails go to the person's address, or there is none. */
    @Nullable
    Refused refused(String userId) {
        Optional<RefusedAddresses.Refusal> marked = refused.of(MailOutbox.CHANNEL, userId);
        return marked.flatMap(it -> addresses
                        .find(userId)
                        .filter(Addresses.Person::hasMail)
                        .filter(person -> it.isOf(person.mail())))
                .map(person -> new Refused(
                        person.mail(),
                        marked.get().since().atZone(ZONE).toOffsetDateTime(),
                        marked.get().answer()))
                .orElse(null);
    }
}
