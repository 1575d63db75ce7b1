package vn.outreach.lifecycle.outreachcase;

import java.time.LocalDate;
import java.util.Map;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/enterpriseOutreach.bpmn. */
public final class OutreachProcess {

    public static final String KEY = ProcessKeys.ENTERPRISE_OUTREACH;

    /** Phase → its result variable, as lifecycle.md §2 names them. */
    static final Map<String, String> RESULT_OF_PHASE = Map.of(
            ProcessKeys.SURVEY, "surveyResult",
            ProcessKeys.OWNER_PERSUASION, "persuasionOutcome",
            ProcessKeys.UNION_FOUNDING, "unionResult",
            ProcessKeys.YOUTH_UNION_FOUNDING, "youthUnionResult",
            ProcessKeys.PARTY_CELL_FOUNDING, "cellResult");

    public static final ProcessVariable<String> ENTERPRISE_CODE = ProcessVariable.text("enterpriseCode");
    public static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    public static final ProcessVariable<String> RESPONSIBLE_MEMBER = ProcessVariable.text("responsibleMember");
    public static final ProcessVariable<Integer> PRIORITY = ProcessVariable.count("priority");
    static final ProcessVariable<String> PRIORITY_REASON = ProcessVariable.text("priorityReason");
    public static final ProcessVariable<Integer> ADMISSION_TARGET = ProcessVariable.count("admissionTarget");
    public static final ProcessVariable<Integer> ADMITTED_IN_PLAN_YEAR = ProcessVariable.count("admittedInPlanYear");
    static final ProcessVariable<String> RULE_VERSION = ProcessVariable.text("ruleVersion");
    static final ProcessVariable<Integer> WILLING_FULL_MEMBERS = ProcessVariable.count("willingFullMembers");
    static final ProcessVariable<String> SKIPPED_PHASE = ProcessVariable.text("skippedPhase");
    static final ProcessVariable<OrganisationForm> PARTY_ORGANISATION_FORM =
            ProcessVariable.choice("partyOrganisationForm", OrganisationForm.class);
    static final ProcessVariable<String> CANDIDATE_REF = ProcessVariable.text("candidateRef");
    static final ProcessVariable<Boolean> STILL_FEASIBLE = ProcessVariable.flag("stillFeasible");
    static final ProcessVariable<Boolean> HAND_OVER = ProcessVariable.flag("handOver");
    static final ProcessVariable<LocalDate> HANDED_OVER_ON = ProcessVariable.date("handedOverOn");
    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    static final ProcessVariable<LocalDate> CLOSED_ON = ProcessVariable.date("closedOn");

    private OutreachProcess() {}
}
