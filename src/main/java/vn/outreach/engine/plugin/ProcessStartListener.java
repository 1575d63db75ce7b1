package vn.outreach.engine.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Codes;
import vn.outreach.process.CaseVariables;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.RunningCases;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.Stages;

/**
 * Opens every process instance: sets its business key, lets only one run per key, and puts the few small variables in
 * place that task lists show. Runs in the transaction of the start, so a refused start leaves nothing.
 */
@Component
final class ProcessStartListener implements ExecutionListener {

    private final Map<String, ProcessStart> openings;
    private final RunningCases running;
    private final Enterprises enterprises;
    private final Stages stages;

    ProcessStartListener(List<ProcessStart> openings, RunningCases running, Enterprises enterprises, Stages stages) {
        this.openings = openings.stream().collect(Collectors.toMap(ProcessStart::processKey, Function.identity()));
        this.running = running;
        this.enterprises = enterprises;
        this.stages = stages;
    }

    /**
     * What the product looks up to open a case needs no grant of whoever opens it: a case unseen would pass for none.
     */
    @Override
    public void notify(DelegateExecution execution) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            open((ExecutionEntity) execution);
            return null;
        });
    }

    private void open(ExecutionEntity instance) {
        String processKey = instance.getProcessDefinition().getKey();
        ProcessStart opening = openings.get(processKey);
        if (opening != null) {
            nameIt(instance, opening.open(instance));
        }
        String taxCode = (String) instance.getVariable(CaseVariables.ENTERPRISE_CODE);
        if (taxCode != null) {
            stages.refresh(taxCode);
            enterprises.find(taxCode).ifPresent(enterprise -> show(instance, enterprise));
        }
        String businessKey = instance.getProcessBusinessKey();
        if (businessKey != null) {
            enter(instance, processKey, businessKey, taxCode);
        }
    }

    private static void nameIt(ExecutionEntity instance, @Nullable String businessKey) {
        String given = Codes.businessKey(instance.getBusinessKey());
        if (businessKey == null) {
            return;
        }
        if (given != null && !given.equals(businessKey)) {
            throw Refusal.invalid(
                    "field-range",
                    "businessKey",
                    "Mã hồ sơ gửi đến là “" + given + "” nhưng hồ sơ là " + businessKey + ".");
        }
        instance.setProcessBusinessKey(businessKey);
    }

    /** What the columns of a task list show; small enough for the engine. */
    private static void show(ExecutionEntity instance, Enterprise enterprise) {
        instance.setVariable(CaseVariables.ENTERPRISE_NAME, enterprise.name());
        instance.setVariable(
                CaseVariables.STAGE, instance.getProcessDefinition().getName());
    }

    private void enter(ExecutionEntity instance, String processKey, String businessKey, String taxCode) {
        if (isEntered(instance, processKey, businessKey, taxCode)) {
            return;
        }
        running.instance(processKey, businessKey).ifPresent(other -> replaceOrRefuse(instance, businessKey, other));
        if (!isEntered(instance, processKey, businessKey, taxCode)) {
            throw atTheSameTime(instance, businessKey);
        }
    }

    private boolean isEntered(ExecutionEntity instance, String processKey, String businessKey, String taxCode) {
        try {
            return running.enter(processKey, businessKey, instance.getProcessInstanceId(), taxCode);
        } catch (DuplicateKeyException atTheSameTime) {
            throw atTheSameTime(instance, businessKey);
        }
    }

    private void replaceOrRefuse(ExecutionEntity instance, String businessKey, String other) {
        boolean lives = instance.getProcessEngineServices()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(other)
                        .count()
                > 0;
        if (lives) {
            throw refused(instance, businessKey, "số " + other + " đang chạy");
        }
        running.leave(other);
    }

    private static Refusal atTheSameTime(ExecutionEntity instance, String businessKey) {
        return refused(instance, businessKey, "vừa được mở cùng lúc");
    }

    private static Refusal refused(ExecutionEntity instance, String businessKey, String which) {
        return Refusal.conflict(
                "case-running",
                "Không mở được “" + instance.getProcessDefinition().getName() + "” cho " + businessKey + ": hồ sơ "
                        + which + ".");
    }
}
