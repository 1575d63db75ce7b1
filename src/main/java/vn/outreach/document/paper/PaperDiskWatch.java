package vn.outreach.document.paper;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.base.background.Background;
import vn.outreach.security.identity.Bootstrap;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Looks now and then whether the disk takes papers. The health endpoint says {@code papers: READ_ONLY} while it takes
 * none, from what was seen last; before that, while there is still space, the log and the administrators are told, once
 * a day.
 */
@Component("papersHealthIndicator")
class PaperDiskWatch implements Background, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(PaperDiskWatch.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** None of the statuses that count for the whole: everything but adding papers goes on. */
    private static final Status READ_ONLY = new Status("READ_ONLY");

    private final PaperDisk disk;
    private final PaperSettings settings;
    private final Notifications notifications;
    private final EngineUsers users;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Health seen = Health.up().build();

    PaperDiskWatch(
            PaperDisk disk,
            PaperSettings settings,
            Notifications notifications,
            EngineUsers users,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.disk = disk;
        this.settings = settings;
        this.notifications = notifications;
        this.users = users;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Theo dõi ổ đĩa chứa giấy tờ";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public Health health() {
        return seen;
    }

    @Override
    public void pass() {
        try {
            PaperDisk.Space space = disk.space();
            disk.tryToWrite();
            seen = space.free() < settings.largest().toBytes()
                    ? Health.status(READ_ONLY).build()
                    : Health.up().build();
            if (space.used() >= settings.warnAt()) {
                warn(space);
            }
        } catch (IOException unwritable) {
            seen = Health.status(READ_ONLY).build();
            LOG.error("Papers cannot be kept: {}", unwritable.toString());
            warn(new PaperDisk.Space(1, 0));
        }
    }

    private void warn(PaperDisk.Space space) {
        LOG.warn("The disk of papers is used to {} %, {} MB are left", space.used(), space.free() / 1024 / 1024);
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        NotificationSubject occasion = new NotificationSubject("papers-disk-" + today, null, null, null, null, null);
        transaction.executeWithoutResult(status -> notifications.enqueue(
                NotificationMessage.papersDiskFull(occasion, space.used()), users.membersOf(Bootstrap.ADMINISTRATORS)));
    }
}
