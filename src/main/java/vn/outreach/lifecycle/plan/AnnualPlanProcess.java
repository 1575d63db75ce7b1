package vn.outreach.lifecycle.plan;

import vn.outreach.engine.Field;

/** The Java mirror of processes/annualPlan.bpmn. */
public final class AnnualPlanProcess {

    public static final String KEY = "annualPlan";

    static final Field<Integer> PLAN_YEAR = Field.count("planYear");
    static final Field<Integer> PLAN_ROW_COUNT = Field.count("planRowCount");
    static final Field<Integer> TARGET_SURVEYS = Field.count("targetSurveys");
    static final Field<Integer> TARGET_MEETINGS = Field.count("targetMeetings");
    static final Field<Integer> TARGET_UNIONS = Field.count("targetUnions");
    static final Field<Integer> TARGET_CELLS = Field.count("targetCells");
    static final Field<Integer> TARGET_ADMISSIONS = Field.count("targetAdmissions");
    static final Field<PlanDecision> PLAN_DECISION = Field.choice("planDecision", PlanDecision.class);
    static final Field<Boolean> ROWS_LEFT = Field.flag("rowsLeft");

    private AnnualPlanProcess() {}
}
