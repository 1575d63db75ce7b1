package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.Status;
import org.springframework.transaction.PlatformTransactionManager;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.testing.OutreachTest;
import vn.outreach.work.notification.Notifications;

/** What is said of a disk of papers that fills, and of one that is full. */
class PaperDiskTest extends OutreachTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final Status READ_ONLY = new Status("READ_ONLY");

    @Autowired
    private PaperDisk real;

    @Autowired
    private PaperSettings settings;

    @Autowired
    private Notifications notifications;

    @Autowired
    private EngineUsers users;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private HealthContributorRegistry health;

    private final PaperDisk disk = mock(PaperDisk.class);

    @Test
    void administratorsAreTold_onceADay_fromNinetyPercentOn() throws Exception {
        at(LocalDate.of(2031, 3, 3));
        PaperDiskWatch watch = watch();
        when(disk.space()).thenReturn(new PaperDisk.Space(1000 * MEGABYTE, 101 * MEGABYTE));
        watch.pass();
        assertThat(told()).isZero();
        when(disk.space()).thenReturn(new PaperDisk.Space(1000 * MEGABYTE, 100 * MEGABYTE));
        watch.pass();
        watch.pass();
        assertThat(told()).as("the one administrator, once").isEqualTo(1);
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        at(LocalDate.of(2031, 3, 4));
        watch.pass();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void aDiskThatTakesNoPaperIsReadOnly_andUpAgainWhenItDoes() throws Exception {
        PaperDiskWatch watch = watch();
        when(disk.space()).thenReturn(new PaperDisk.Space(1000 * MEGABYTE, settings.largest().toBytes() - 1));
        watch.pass();
        assertThat(watch.health().getStatus()).isEqualTo(READ_ONLY);
        when(disk.space()).thenReturn(new PaperDisk.Space(1000 * MEGABYTE, 500 * MEGABYTE));
        watch.pass();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        doThrow(new IOException("No space left on device")).when(disk).tryToWrite();
        watch.pass();
        assertThat(watch.health().getStatus()).isEqualTo(READ_ONLY);
    }

    @Test
    void healthNamesThePapers_andTellsNothingElse() throws Exception {
        assertThat(real.space().total()).isPositive();
        real.tryToWrite();
        Desk.Answer health = new Desk(port, "admin", password("admin")).get("/actuator/health");
        assertThat(health.json().at("/components/papers/status").asText()).isEqualTo("UP");
        assertThat(health.json().at("/components/papers")).hasSize(1);
    }

    /** Papers are not everything: a proxy that sent nobody here would stop the other work too. */
    @Test
    void aFullDiskOfPapersTakesTheNodeOutOfNothing() throws Exception {
        HealthContributor running = health.getContributor("papers");
        PaperDiskWatch full = watch();
        when(disk.space()).thenReturn(new PaperDisk.Space(1000 * MEGABYTE, 1));
        full.pass();
        health.unregisterContributor("papers");
        health.registerContributor("papers", full);
        try {
            Desk anybody = new Desk(port, "admin", password("admin"));
            Desk.Answer whole = anybody.get("/actuator/health");
            assertThat(whole.status()).as("%s", whole).isEqualTo(200);
            assertThat(whole.json().at("/status").asText()).isEqualTo("UP");
            assertThat(whole.json().at("/components/papers/status").asText()).isEqualTo("READ_ONLY");
            assertThat(anybody.get("/actuator/health/readiness").status()).isEqualTo(200);
        } finally {
            health.unregisterContributor("papers");
            health.registerContributor("papers", running);
        }
    }

    private PaperDiskWatch watch() {
        return new PaperDiskWatch(disk, settings, notifications, users, transactions, clock);
    }

    private int told() {
        return jdbc.sql("select count(*) from notification where event_key like 'papers-disk-2031-%'").query(Integer.class).single();
    }
}
