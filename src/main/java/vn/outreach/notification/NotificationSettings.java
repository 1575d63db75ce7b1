package vn.outreach.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the dispatcher works: how often it looks, how long a notice waits for its companions, after which time a mail
 * being sent counts as abandoned, and how many refusals it takes to give a mail up.
 */
@ConfigurationProperties("outreach.notification")
record NotificationSettings(
        @DefaultValue("PT10S") Duration interval,
        @DefaultValue("PT5S") Duration collect,
        @DefaultValue("PT5M") Duration lease,
        @DefaultValue("20") int maxAttempts) {
}
