package vn.outreach.lifecycle.plan;

import static vn.outreach.lifecycle.plan.AnnualPlanProcess.KEY;
import static vn.outreach.lifecycle.plan.AnnualPlanProcess.PLAN_IN_FORCE;
import static vn.outreach.lifecycle.plan.AnnualPlanProcess.PLAN_YEAR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.lifecycle.outreachcase.OutreachProcess;
import vn.outreach.lifecycle.plan.row.PlanRowProgress.PlannedRow;
import vn.outreach.process.RunningCases;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.OutreachCases;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.work.task.OpenEnterpriseTasks;

/** What the plan does to cases: a row that is due starts one, or a running one gets the new year. */
@Component
public class AnnualPlanWorkflow {

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final RunningCases running;
    private final OutreachCases cases;
    private final EnterpriseService register;
    private final OpenEnterpriseTasks tasks;
    private final AnnualPlanService plans;

    AnnualPlanWorkflow(
            @Lazy RuntimeService runtime,
            @Lazy TaskService engineTasks,
            RunningCases running,
            OutreachCases cases,
            EnterpriseService register,
            OpenEnterpriseTasks tasks,
            AnnualPlanService plans) {
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.running = running;
        this.cases = cases;
        this.register = register;
        this.tasks = tasks;
        this.plans = plans;
    }

    void rowDue(int year, PlannedRow row) {
        Optional<String> obstacle = plans.obstacle(row);
        Optional<String> runningCase =
                running.instance(OutreachProcess.KEY, row.taxCode()).filter(this::lives);
        if (obstacle.isPresent()) {
            plans.refused(year, row.taxCode(), obstacle.get());
        } else if (runningCase.isPresent()) {
            carryOver(year, row, runningCase.get());
            plans.carriedOver(year, row.taxCode());
        } else {
            start(year, row);
            plans.started(year, row.taxCode());
        }
    }

    /** Years whose plan is approved while no process follows the year. */
    List<Integer> withoutProcess() {
        return plans.approved().stream()
                .filter(year -> running.instance(KEY, String.valueOf(year))
                        .filter(this::lives)
                        .isEmpty())
                .toList();
    }

    /** Whether the year's plan waits to be closed. */
    public boolean isClosing(int year) {
        return engineTasks
                        .createTaskQuery()
                        .processDefinitionKey(KEY)
                        .processInstanceBusinessKey(String.valueOf(year))
                        .taskDefinitionKey(AnnualPlanProcess.USER_TASK_CLOSE_PLAN)
                        .count()
                > 0;
    }

    /** Goes on with an approved plan; another node that does so first is right. */
    void takeUp(int year) {
        try {
            runtime.createMessageCorrelation(PLAN_IN_FORCE)
                    .processInstanceBusinessKey(String.valueOf(year))
                    .setVariable(PLAN_YEAR.name(), year)
                    .correlateStartMessage();
        } catch (RuntimeException refused) {
            Refusal refusal = Refusal.in(refused);
            if (refusal == null || refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
        }
    }

    /** A case that was deleted without listeners has left its row behind. */
    private boolean lives(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
    }

    private void start(int year, PlannedRow row) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(OutreachProcess.ENTERPRISE_CODE.name(), row.taxCode());
        variables.put(OutreachProcess.PLAN_YEAR.name(), year);
        variables.put(OutreachProcess.RESPONSIBLE_MEMBER.name(), row.responsibleMember());
        variables.put(OutreachProcess.PRIORITY.name(), row.priority());
        variables.put(OutreachProcess.ADMISSION_TARGET.name(), row.admissionTarget());
        runtime.startProcessInstanceByKey(OutreachProcess.KEY, row.taxCode(), variables);
    }

    private void carryOver(int year, PlannedRow row, String caseId) {
        register.change(
                row.taxCode(),
                new RegisterChange()
                        .set(EnterpriseField.RESPONSIBLE_MEMBER, row.responsibleMember())
                        .set(EnterpriseField.PRIORITY, row.priority()));
        int admitted = plans.admittedIn(year, row.taxCode());
        cases.carryOver(caseId, year, row.admissionTarget(), admitted);
        // The count goes first: the new target must not meet last year's admissions.
        runtime.setVariable(caseId, OutreachProcess.ADMITTED_IN_PLAN_YEAR.name(), admitted);
        runtime.setVariable(
                caseId,
                OutreachProcess.ADMISSION_TARGET.name(),
                row.admissionTarget() == null ? 0 : row.admissionTarget());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(row.taxCode()).list().stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> runtime.setVariable(instance, OutreachProcess.PLAN_YEAR.name(), year));
        tasks.ranked(row.taxCode(), row.priority());
    }
}
