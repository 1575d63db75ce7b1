package vn.outreach.lifecycle.plan.amendment;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.lifecycle.plan.AnnualPlanService;
import vn.outreach.lifecycle.plan.PlanCalendar;
import vn.outreach.process.PrivilegedCommands;
import vn.outreach.process.RunningCases;
import vn.outreach.process.Step;

/** Brings amendments to the plan's process, which has them decided. */
@Component
public class AmendmentWorkflow {

    private final RuntimeService runtime;
    private final PrivilegedCommands privileged;
    private final ManagementService management;
    private final PlanCalendar calendar;
    private final AnnualPlanService plans;
    private final RunningCases running;
    private final AmendmentService amendments;

    AmendmentWorkflow(
            @Lazy RuntimeService runtime,
            @Lazy PrivilegedCommands privileged,
            @Lazy ManagementService management,
            PlanCalendar calendar,
            AnnualPlanService plans,
            RunningCases running,
            AmendmentService amendments) {
        this.runtime = runtime;
        this.privileged = privileged;
        this.management = management;
        this.calendar = calendar;
        this.plans = plans;
        this.running = running;
        this.amendments = amendments;
    }

    /** @return the number of the amendment */
    @Transactional
    public int propose(int year, Map<String, Object> json) {
        return brought(year, amendments.propose(year, json));
    }

    /** @return the number of the amendment */
    @Transactional
    public int handOver(int year, Map<String, Object> json) {
        return brought(year, amendments.handOver(year, json));
    }

    /** What is sent a second time is before its deciders already. */
    private int brought(int year, AmendmentService.Kept kept) {
        if (!kept.sentAgain()) {
            send(year, kept.id());
        }
        return kept.id();
    }

    /** Whoever may propose does so without a right to send messages to the process. */
    private void send(int year, int id) {
        String instance = running.instance(AnnualPlanProcess.KEY, String.valueOf(year))
                .filter(this::waits)
                .orElseThrow(() -> Refusal.conflict(
                        "plan-not-running",
                        "Kế hoạch năm %d chưa vào thời gian thực hiện; hãy thử lại sau ít phút.".formatted(year)));
        // The answer is declared with the number: two amendments at once never read each other's.
        Map<String, Object> declared = new HashMap<>();
        declared.put(AnnualPlanProcess.AMENDMENT_ID.name(), id);
        declared.put(AnnualPlanProcess.AMENDMENT_DECISION.name(), null);
        privileged.run(() -> runtime.createMessageCorrelation(AnnualPlanProcess.AMENDMENT_PROPOSED)
                .processInstanceId(instance)
                .setVariablesToTriggeredScope(declared)
                .correlate());
    }

    /** The day that the process waits for is asked anew: rows came, went, or got another start. */
    void startsMoved(int year, String processInstanceId) {
        Date next = plans.next(year, Step.today()).isPresent()
                ? Date.from(Step.now())
                : Date.from(OffsetDateTime.parse(calendar.nextStartAt(year)).toInstant());
        management
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(AnnualPlanProcess.NEXT_START)
                .list()
                .forEach(job -> management.setJobDuedate(job.getId(), next));
    }

    private boolean waits(String instance) {
        return runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventName(AnnualPlanProcess.AMENDMENT_PROPOSED)
                        .count()
                > 0;
    }
}
