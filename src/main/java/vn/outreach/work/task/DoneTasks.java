package vn.outreach.work.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.process.TaskCase;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;
import vn.outreach.work.deputy.Deputies;

/**
 * Tasks that are over, for what may be made of them afterwards by whoever did them. A step that came again is its
 * newest round; steps of admissions are none of them.
 */
@Component
public class DoneTasks {

    private final HistoryService history;
    private final EngineUsers users;
    private final Ledger ledger;
    private final Deputies deputies;
    private final List<Units.Unit> units;

    DoneTasks(@Lazy HistoryService history, EngineUsers users, Ledger ledger, Deputies deputies, Units units) {
        this.history = history;
        this.users = users;
        this.ledger = ledger;
        this.deputies = deputies;
        this.units = units.units();
    }

    /** A task that is over, and what was recorded when it was completed. */
    public record DoneTask(TaskCase task, Outcome record) {}

    /** The task, for whoever did it; empty for one that is open, unknown, or another's. */
    public Optional<DoneTask> find(String taskId, CurrentUser person) {
        return newest(query -> query.taskId(taskId))
                .flatMap(task -> ledger.last(task.getProcessInstanceId(), Step.stepName(task.getTaskDefinitionKey())))
                .filter(row -> did(row, person))
                .flatMap(this::taskOf)
                .filter(done -> done.task().taskId().equals(taskId));
    }

    /** Of these steps of an enterprise the newest that this person did, the newest first. */
    public List<DoneTask> of(String taxCode, Collection<String> steps, CurrentUser person) {
        return ledger.newestOfSteps(taxCode, steps).stream()
                .filter(row -> did(row, person))
                .flatMap(row -> taskOf(row).stream())
                .toList();
    }

    private Optional<DoneTask> taskOf(Outcome row) {
        return newest(query ->
                        query.processInstanceId(row.processInstanceId()).taskDefinitionKey(Step.userTask(row.step())))
                .map(task -> new DoneTask(
                        new TaskCase(
                                task.getId(),
                                row.taxCode(),
                                row.candidateRef(),
                                row.phase(),
                                row.step(),
                                row.processInstanceId()),
                        row));
    }

    private Optional<HistoricTaskInstance> newest(UnaryOperator<HistoricTaskInstanceQuery> which) {
        return users
                .asSystem(() -> which.apply(history.createHistoricTaskInstanceQuery())
                        .finished()
                        .orderByHistoricTaskInstanceEndTime()
                        .desc()
                        .listPage(0, 1))
                .stream()
                .findFirst();
    }

    /**
     * Who did it, in whose place it was done, or who stands in for one of the two; in a unit that still does such
     * steps.
     */
    private boolean did(Outcome row, CurrentUser person) {
        boolean own = person.id().equals(row.recordedBy())
                || person.id().equals(row.actedFor())
                || deputies.standsFor(person.id(), row.recordedBy())
                || row.actedFor() != null && deputies.standsFor(person.id(), row.actedFor());
        return own
                && row.candidateRef() == null
                && units.stream()
                        .anyMatch(unit -> person.in(unit.id()) && unit.worksOn().contains(row.phase()));
    }
}
