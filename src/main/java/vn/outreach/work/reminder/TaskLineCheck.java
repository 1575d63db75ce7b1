package vn.outreach.work.reminder;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/** Compares once a day the rows of open tasks with the engine's tasks, and repairs what differs. */
@Component
class TaskLineCheck implements Background {

    private final TaskLines lines;

    TaskLineCheck(TaskLines lines) {
        this.lines = lines;
    }

    @Override
    public String title() {
        return "Đối chiếu danh sách việc đang mở với việc của quy trình";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    /** A difference never comes by itself: the first one is told. */
    @Override
    public int failuresUntilTold() {
        return 1;
    }

    @Override
    public void pass() {
        int repaired = lines.repair();
        if (repaired > 0) {
            throw new IllegalStateException(repaired
                    + " open tasks had other lines than the engine says; they are repaired, the log names them");
        }
    }
}
