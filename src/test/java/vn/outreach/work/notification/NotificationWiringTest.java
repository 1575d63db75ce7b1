package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.database.Upsert;
import vn.outreach.base.delivery.Channel;
import vn.outreach.base.delivery.RefusedAddresses;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Addresses;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** The package as Spring puts it together from settings. */
@Tag("both-databases")
class NotificationWiringTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class))
            .withBean(DataSource.class, database::dataSource, definition -> definition.setDestroyMethodName(""))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Addresses.class, () -> id -> Optional.of(new Addresses.Person(id, "Nguyễn Thị Hạnh", id + "@example.vn")))
            .withBean(AuditTrail.class, () -> AuditFixture.on(database, () -> SystemsFixture.person("officer1"), Clock.systemUTC()))
            .withBean(DigestContent.class, () -> (recipient, lastTold, waiting) -> new DigestContent.Text(List.of(), Set.of(), Set.of()))
            .withBean(CurrentUserProvider.class, () -> () -> SystemsFixture.person("officer1"))
            .withUserConfiguration(Upsert.class, MailConfiguration.class, RefusedAddresses.class, NotificationRecords.class, DigestRecords.class,
                    NotificationSearch.class, NoticeDesk.class, MailOutbox.class,
                    MailTemplates.class, NotificationLinks.class, Bell.class, NotificationChoices.class, MailWriter.class, Notifications.class, NotificationDispatcher.class,
                    DispatcherSchedule.class, NotificationController.class);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutSettings_mailsAreFiles() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channel.class)).isInstanceOf(FileTransport.class);
            assertThat(context.getBean(NotificationSettings.class)).isEqualTo(new NotificationSettings(
                    Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(5), 20, 3, Duration.ofDays(5), Set.of()));
        });
    }

    @Test
    void withAMailServer_mailsGoThere_andNobodyWaitsForItForEver() {
        application.withPropertyValues("spring.mail.host=mail.example.vn", "spring.mail.properties.mail.smtp.timeout=7")
                .run(context -> {
                    assertThat(context.getBean(Channel.class)).isInstanceOf(SmtpTransport.class);
                    assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                            .containsEntry("mail.smtp.timeout", "7")
                            .containsEntry("mail.smtp.connectiontimeout", "20000");
                });
    }

    @Test
    void eachPassSendsWhatIsNew() {
        application.withPropertyValues("outreach.notification.interval=20ms", "outreach.notification.collect=0", "outreach.notification.at-once=TASKS",
                "outreach.mail.directory=" + directory, "outreach.base-url=https://outreach.example.vn/").run(context -> {
                    DispatcherSchedule schedule = context.getBean(DispatcherSchedule.class);
                    assertThat(schedule.interval()).isEqualTo(Duration.ofMillis(20));
                    enqueue(context.getBean(Notifications.class), context.getBean(PlatformTransactionManager.class), "task-1");
                    schedule.pass();
                    assertThat(mails()).hasSize(1);
                    enqueue(context.getBean(Notifications.class), context.getBean(PlatformTransactionManager.class), "task-2");
                    schedule.pass();
                    assertThat(mails()).hasSize(2);
                });
    }

    private void enqueue(Notifications notifications, PlatformTransactionManager transactions, String taskId) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> notifications.enqueue(
                NotificationMessage.taskAssigned(OutboxOnTest.task(taskId), "Khảo sát doanh nghiệp", null), List.of("officer1")));
    }

    private List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
