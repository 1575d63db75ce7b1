package vn.outreach.base.value;

/**
 * The keys of the product's processes, as in {@code processes/}. They stand here and not with the processes' own
 * classes because the register, rights and lists below these speak of processes too.
 */
public final class ProcessKeys {

    public static final String ENTERPRISE_OUTREACH = "enterpriseOutreach";
    public static final String SURVEY = "survey";
    public static final String OWNER_PERSUASION = "ownerPersuasion";
    public static final String UNION_FOUNDING = "unionFounding";
    public static final String YOUTH_UNION_FOUNDING = "youthUnionFounding";
    public static final String PARTY_CELL_FOUNDING = "partyCellFounding";
    public static final String MEMBER_ADMISSION = "memberAdmission";
    public static final String CELL_RESTORATION = "cellRestoration";
    public static final String CASE_EVENT = "caseEvent";
    public static final String ANNUAL_PLAN = "annualPlan";
    public static final String DAILY_DIGEST = "dailyDigest";

    private ProcessKeys() {}
}
