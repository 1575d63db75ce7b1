package vn.outreach.lifecycle.plan;

import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/annualPlan.bpmn. */
public final class AnnualPlanProcess {

    public static final String KEY = ProcessKeys.ANNUAL_PLAN;

    public static final String APPROVE_PLAN = "approvePlan";

    public static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    public static final ProcessVariable<Integer> PLAN_ROW_COUNT = ProcessVariable.count("planRowCount");
    static final ProcessVariable<Integer> TARGET_SURVEYS = ProcessVariable.count("targetSurveys");
    static final ProcessVariable<Integer> TARGET_MEETINGS = ProcessVariable.count("targetMeetings");
    static final ProcessVariable<Integer> TARGET_UNIONS = ProcessVariable.count("targetUnions");
    static final ProcessVariable<Integer> TARGET_CELLS = ProcessVariable.count("targetCells");
    static final ProcessVariable<Integer> TARGET_ADMISSIONS = ProcessVariable.count("targetAdmissions");
    static final ProcessVariable<PlanDecision> PLAN_DECISION =
            ProcessVariable.choice("planDecision", PlanDecision.class);
    static final ProcessVariable<Boolean> ROWS_LEFT = ProcessVariable.flag("rowsLeft");

    private AnnualPlanProcess() {}
}
