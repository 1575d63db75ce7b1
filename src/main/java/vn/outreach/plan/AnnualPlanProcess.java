package vn.outreach.plan;

import vn.outreach.engine.Field;

/** The Java mirror of processes/annualPlan.bpmn. */
public final class AnnualPlanProcess {

    public static final String KEY = "annualPlan";

    static final Field<Integer> PLAN_YEAR = Field.count("planYear", "Năm kế hoạch");
    static final Field<Integer> PLAN_ROW_COUNT = Field.count("planRowCount", "Số doanh nghiệp trong kế hoạch");
    static final Field<Integer> TARGET_SURVEYS = Field.count("targetSurveys", "Chỉ tiêu khảo sát");
    static final Field<Integer> TARGET_MEETINGS = Field.count("targetMeetings", "Chỉ tiêu gặp gỡ chủ doanh nghiệp");
    static final Field<Integer> TARGET_UNIONS = Field.count("targetUnions", "Chỉ tiêu công đoàn cơ sở");
    static final Field<Integer> TARGET_CELLS = Field.count("targetCells", "Chỉ tiêu chi bộ");
    static final Field<Integer> TARGET_ADMISSIONS = Field.count("targetAdmissions", "Chỉ tiêu kết nạp");
    static final Field<PlanDecision> PLAN_DECISION =
            Field.choice("planDecision", "Quyết định về kế hoạch", PlanDecision.class);
    static final Field<Boolean> ROWS_LEFT = Field.flag("rowsLeft", "Còn doanh nghiệp trong kế hoạch");

    private AnnualPlanProcess() {}
}
