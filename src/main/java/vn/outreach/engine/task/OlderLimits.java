package vn.outreach.engine.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.reminder.TaskLimits;

/**
 * Notes how the due dates of tasks were counted that were made before anybody noted it. What is not on the day that the
 * rules give now was set by somebody, and stays.
 */
@Component
public class OlderLimits {

    private static final int BATCH = 500;

    private final TaskLimits limits;
    private final DueDates dueDates;
    private final WorkingDays workingDays;
    private final Ledger ledger;
    private final RuntimeService runtime;
    private final EngineUsers users;
    private final TransactionOperations transaction;

    OlderLimits(
            TaskLimits limits,
            DueDates dueDates,
            WorkingDays workingDays,
            Ledger ledger,
            RuntimeService runtime,
            EngineUsers users,
            TransactionOperations transaction) {
        this.limits = limits;
        this.dueDates = dueDates;
        this.workingDays = workingDays;
        this.ledger = ledger;
        this.runtime = runtime;
        this.users = users;
        this.transaction = transaction;
    }

    /** At a start, before the days off can change. */
    public void note() {
        for (List<TaskLimits.Older> some = limits.older(BATCH); !some.isEmpty(); some = limits.older(BATCH)) {
            List<TaskLimits.Older> batch = some;
            transaction.executeWithoutResult(status -> batch.forEach(this::note));
        }
    }

    private void note(TaskLimits.Older task) {
        Map<String, Object> variables = users.asSystem(() -> runtime.getVariables(task.executionId()));
        Optional<DueDates.Due> counted = dueDates.of(task.step(), variables::get, task.createdOn());
        int more = ledger.ofActivity("extension:" + task.taskId()).isPresent()
                ? dueDates.extensionDays(task.step(), variables::get)
                : 0;
        if (counted.isEmpty()) {
            limits.setByHand(task.taskId());
            return;
        }
        DueDates.Due due = counted.get();
        LocalDate last = more == 0 ? due.day() : workingDays.plus(due.day(), more);
        if (!last.equals(task.due())) {
            limits.setByHand(task.taskId());
        } else if (due.workingDays() == null) {
            limits.note(task.taskId(), due.day(), more == 0 ? null : Integer.valueOf(more), 0);
        } else {
            limits.note(task.taskId(), due.from(), due.workingDays(), more);
        }
    }
}
