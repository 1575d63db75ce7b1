package vn.outreach.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.engine.command.EngineClock;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.work.notification.Notifications;

/**
 * The demo round: fictional people and enterprises, walked through the engine on the first start of an empty database,
 * with the engine's clock on each act's day. Each act and the count of acts done are one transaction, so a crash half
 * way is gone on with at the next start.
 */
@Component
public class DemoRound {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRound.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final DemoUsers users;
    private final DemoRegister register;
    private final DemoActor actor;
    private final DemoProgress progress;
    private final WorkingDays workingDays;
    private final Notifications notifications;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRound(
            DemoUsers users,
            DemoRegister register,
            DemoActor actor,
            DemoProgress progress,
            WorkingDays workingDays,
            Notifications notifications,
            ManagementService management,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.register = register;
        this.actor = actor;
        this.progress = progress;
        this.workingDays = workingDays;
        this.notifications = notifications;
        this.management = management;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes the demo round on a database without cases, or goes on with one that was begun.
     *
     * @return whether this database holds the demo
     */
    public boolean prepare() {
        LocalDate today = LocalDate.now(clock);
        Optional<DemoProgress.Begun> begun = progress.begin(today);
        if (begun.isEmpty()) {
            LOG.warn("This database holds other cases: no demo round");
            return false;
        }
        users.create();
        if (!begun.get().complete()) {
            walk(begun.get(), Integer.MAX_VALUE);
            // Nobody's bell starts with the months that the round made up.
            notifications.allRead();
            progress.complete();
        }
        return true;
    }

    /** Begins the round and stops after so many acts, as a crash would. */
    void prepareFirst(int acts) {
        walk(progress.begin(LocalDate.now(clock)).orElseThrow(), acts);
    }

    /** What the demo left in this database: its round, its people. */
    public List<String> leftovers() {
        List<String> leftovers = new ArrayList<>();
        progress.firstStart().ifPresent(day -> leftovers.add("vòng mẫu bắt đầu ngày " + day));
        leftovers.addAll(users.present());
        return leftovers;
    }

    /** What the console says when the demo is there. */
    public String welcome() {
        return "\nNgười dùng mẫu (mật khẩu = tên): " + String.join(", ", DemoUsers.ids());
    }

    private void walk(DemoProgress.Begun begun, int stopAfter) {
        DemoCalendar calendar = new DemoCalendar(begun.firstStart(), workingDays);
        List<Act> acts = new DemoScript(actor, calendar, register).acts();
        try {
            if (begun.actsDone() > 0) {
                // A crash may have come between an act and the steps that follow by themselves.
                EngineClock.set(at(calendar.day(acts.get(begun.actsDone() - 1).daysBefore()), begun.actsDone() - 1));
                runAsyncSteps();
            }
            for (int i = begun.actsDone(); i < Math.min(acts.size(), stopAfter); i++) {
                perform(acts.get(i), i, calendar);
            }
            if (stopAfter >= acts.size()) {
                fireTimersUntil(at(begun.firstStart(), 0));
            }
        } finally {
            EngineClock.reset();
        }
        LOG.info("Demo round: {} acts", Math.min(acts.size(), stopAfter));
    }

    private void perform(Act act, int number, DemoCalendar calendar) {
        Date when = at(calendar.day(act.daysBefore()), number);
        fireTimersUntil(when);
        EngineClock.set(when);
        transaction.executeWithoutResult(status -> {
            actor.as(act.userId(), act.what());
            progress.done(number + 1);
        });
        runAsyncSteps();
    }

    /** Timers fire at their own day, in their order, before the next act. */
    private void fireTimersUntil(Date when) {
        while (true) {
            List<Job> due = management
                    .createJobQuery()
                    .timers()
                    .active()
                    .duedateLowerThan(when)
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            EngineClock.set(due.get(0).getDuedate());
            management.executeJob(due.get(0).getId());
            runAsyncSteps();
        }
    }

    private void runAsyncSteps() {
        List<Job> steps = management.createJobQuery().messages().active().listPage(0, 1);
        while (!steps.isEmpty()) {
            management.executeJob(steps.get(0).getId());
            steps = management.createJobQuery().messages().active().listPage(0, 1);
        }
    }

    /** Acts of one day follow each other by minutes. */
    private static Date at(LocalDate day, int number) {
        return Date.from(day.atTime(MORNING)
                .plusMinutes(number % 400)
                .atZone(OutreachApplication.ZONE.toZoneId())
                .toInstant());
    }
}
