package vn.outreach.lifecycle.plan;

import vn.outreach.base.value.ProcessKeys;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/annualPlan.bpmn. */
public final class AnnualPlanProcess {

    public static final String KEY = ProcessKeys.ANNUAL_PLAN;

    public static final String APPROVE_PLAN = "approvePlan";
    static final String USER_TASK_CLOSE_PLAN = "userTask_closePlan";
    public static final String APPROVE_AMENDMENT = "approveAmendment";
    public static final String APPROVE_REPORT = "approveReport";
    /** Starts a plan that was approved by an earlier release of the model; the product sends it to itself. */
    static final String PLAN_IN_FORCE = "outreach.planInForce";

    static final String EVENT_PLAN_IN_FORCE = "event_planInForce";

    public static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    public static final ProcessVariable<Integer> PLAN_ROW_COUNT = ProcessVariable.count("planRowCount");
    static final ProcessVariable<Integer> TARGET_SURVEYS = ProcessVariable.count("targetSurveys");
    static final ProcessVariable<Integer> TARGET_MEETINGS = ProcessVariable.count("targetMeetings");
    static final ProcessVariable<Integer> TARGET_UNIONS = ProcessVariable.count("targetUnions");
    static final ProcessVariable<Integer> TARGET_CELLS = ProcessVariable.count("targetCells");
    static final ProcessVariable<Integer> TARGET_ADMISSIONS = ProcessVariable.count("targetAdmissions");
    static final ProcessVariable<PlanDecision> PLAN_DECISION =
            ProcessVariable.choice("planDecision", PlanDecision.class);
    /** Asked by the first release of the model alone. */
    public static final ProcessVariable<AmendmentDecision> AMENDMENT_DECISION =
            ProcessVariable.choice("amendmentDecision", AmendmentDecision.class);

    public static final ProcessVariable<Integer> AMENDMENT_ID = ProcessVariable.count("amendmentId");
    public static final String AMENDMENT_PROPOSED = "outreach.amendmentProposed";
    public static final String NEXT_START = "event_nextStart";
    static final ProcessVariable<Boolean> ROWS_LEFT = ProcessVariable.flag("rowsLeft");

    static final ProcessVariable<Boolean> YEAR_OVER = ProcessVariable.flag("yearOver");
    static final ProcessVariable<StartsNext> STARTS_NEXT = ProcessVariable.choice("startsNext", StartsNext.class);
    public static final ProcessVariable<PlanPeriod> REPORT_KIND =
            ProcessVariable.choice("reportKind", PlanPeriod.class);
    public static final ProcessVariable<Boolean> REPORT_READY = ProcessVariable.flag("reportReady");
    public static final ProcessVariable<ReportDecision> REPORT_DECISION =
            ProcessVariable.choice("reportDecision", ReportDecision.class);
    static final ProcessVariable<Boolean> PLAN_CLOSED = ProcessVariable.flag("planClosed");

    private AnnualPlanProcess() {}
}
