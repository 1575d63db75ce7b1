package vn.outreach.work.deputy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.background.Background;

/** Lets tasks come and go by themselves, when a day begins and when the absent person is given a task meanwhile. */
@Component
class DeputyRun implements Background {

    private final AbsenceRows rows;
    private final HandedTasks tasks;
    private final Clock clock;

    DeputyRun(AbsenceRows rows, HandedTasks tasks, Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Chuyển việc cho người thay";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    /**
     * Back first: who is deputy of the one and back from an absence of their own gets what is theirs before more comes.
     */
    @Override
    public void pass() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        rows.overWithTasks(today).forEach(tasks::giveBack);
        rows.running(today).forEach(tasks::handOver);
    }
}
