package vn.outreach.work.notification;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.outreach.base.delivery.DeliverySettings;

/**
 * How the dispatcher works: how often it looks, how long a notice waits for its companions, after which time a mail
 * being sent counts as abandoned.
 *
 * @param atOnce the kinds that are mailed at once to whoever has not chosen; the others wait for the mail of the day
 * @param maxAttempts after how many tries a mail is given up of which nobody knows whether it went
 * @param maxRefusals after how many tries a mail is given up that the server refuses for good
 * @param deferral how long a mail is tried that the server puts off again and again (RFC 5321: four to five days)
 */
@ConfigurationProperties("outreach.notification")
record NotificationSettings(
        @DefaultValue("PT10S") Duration interval,
        @DefaultValue("PT5S") Duration collect,
        @DefaultValue("PT5M") Duration lease,
        @DefaultValue("20") int maxAttempts,
        @DefaultValue("3") int maxRefusals,
        @DefaultValue("P5D") Duration deferral,
        @DefaultValue Set<NoticeKind> atOnce) {

    DeliverySettings delivery() {
        return new DeliverySettings(lease, maxAttempts, maxRefusals, deferral);
    }
}
