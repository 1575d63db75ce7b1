package vn.outreach.engine.plugin;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.engine.task.TaskNotifications;
import vn.outreach.process.RunningCases;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.OutreachCases;
import vn.outreach.register.ledger.Cancelled;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Result;
import vn.outreach.work.appointment.Appointments;

/**
 * Closes every process instance: the ledger's end row, a free place for the next case, and word to the responsible
 * member.
 */
@Component
final class ProcessEndListener implements ExecutionListener {

    private final Ledger ledger;
    private final RunningCases running;
    private final OutreachCases cases;
    private final TaskNotifications notices;
    private final Appointments appointments;

    ProcessEndListener(
            Ledger ledger,
            RunningCases running,
            OutreachCases cases,
            TaskNotifications notices,
            Appointments appointments) {
        this.appointments = appointments;
        this.ledger = ledger;
        this.running = running;
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity instance = (ExecutionEntity) execution;
        LedgerEntry end = Step.end(execution);
        Result result = result(instance);
        running.leave(instance.getProcessInstanceId());
        if (instance.getProcessInstanceId().equals(instance.getRootProcessInstanceId())) {
            // A case is called by no other process.
            cases.close(instance.getProcessInstanceId(), result.name());
        }
        ledger.record(end, result);
        notices.processEnded(instance, result.name());
        appointments.ended(end, result == Cancelled.CANCELLED);
    }

    private static Result result(ExecutionEntity instance) {
        if (instance.isCanceled() || instance.getDeleteReason() != null) {
            return Cancelled.CANCELLED;
        }
        return ModelProperties.of(instance.getProcessDefinition(), "resultVariable")
                .map(instance::getVariable)
                .map(String::valueOf)
                .<Result>map(value -> () -> value)
                .orElse(Done.DONE);
    }
}
