package vn.outreach.work.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.outreach.base.delivery.Channel;

/** Chooses the way out: the mail server where {@code spring.mail.host} is set, files otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotificationSettings.class, MailSettings.class})
class MailConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);
    /**
     * Far below the lease: a mail server that does not answer must not look like a crashed dispatcher. Jakarta Mail
     * waits for ever.
     */
    private static final String PATIENCE_MILLIS = "20000";

    @Bean
    Channel<Mail> mailTransport(ObjectProvider<JavaMailSender> mailServer, MailSettings settings) {
        JavaMailSender sender = mailServer.getIfAvailable();
        if (sender == null) {
            LOG.info("No mail server is set: mails go to files in {}", settings.directory());
            return new FileTransport(settings.directory(), settings.from());
        }
        if (sender instanceof JavaMailSenderImpl smtp) {
            limitWaiting(smtp);
        }
        return new SmtpTransport(sender, settings.from());
    }

    private static void limitWaiting(JavaMailSenderImpl smtp) {
        for (String protocol : new String[] {"smtp", "smtps"}) {
            for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                smtp.getJavaMailProperties().putIfAbsent("mail." + protocol + "." + limit, PATIENCE_MILLIS);
            }
        }
    }
}
