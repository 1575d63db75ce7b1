package vn.outreach.process;

import java.util.Set;

/** The names of the variables that a process of any kind may carry as long as it runs, put there at its start. */
public final class CaseVariables {

    public static final String ENTERPRISE_CODE = "enterpriseCode";
    public static final String ENTERPRISE_NAME = "enterpriseName";
    /** The name of the process, for the columns of a task list. */
    public static final String STAGE = "stage";

    public static final String RULE_VERSION = "ruleVersion";
    public static final String PLAN_YEAR = "planYear";
    public static final String PRIORITY = "priority";
    public static final String CANDIDATE_REF = "candidateRef";
    public static final String HOST_CELL = "hostCell";

    static final Set<String> ALL = Set.of(
            ENTERPRISE_CODE, ENTERPRISE_NAME, STAGE, RULE_VERSION, PLAN_YEAR, PRIORITY, CANDIDATE_REF, HOST_CELL);

    private CaseVariables() {}
}
