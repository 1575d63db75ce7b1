package vn.outreach.work.notification;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whom mails come from, and where they are put when there is no mail server. */
@ConfigurationProperties("outreach.mail")
record MailSettings(
        @DefaultValue("outreach@example.vn") String from,
        @DefaultValue("./data/mail") Path directory) {}
