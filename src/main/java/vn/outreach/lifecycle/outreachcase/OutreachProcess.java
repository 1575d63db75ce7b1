package vn.outreach.lifecycle.outreachcase;

import java.time.LocalDate;
import java.util.Map;
import vn.outreach.engine.Field;

/** The Java mirror of processes/enterpriseOutreach.bpmn. */
public final class OutreachProcess {

    public static final String KEY = "enterpriseOutreach";

    /** Phase → its result variable, as lifecycle.md §2 names them. */
    static final Map<String, String> RESULT_OF_PHASE = Map.of(
            "survey", "surveyResult",
            "ownerPersuasion", "persuasionOutcome",
            "unionFounding", "unionResult",
            "youthUnionFounding", "youthUnionResult",
            "partyCellFounding", "cellResult");

    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode");
    static final Field<Integer> PLAN_YEAR = Field.count("planYear");
    static final Field<String> RESPONSIBLE_MEMBER = Field.text("responsibleMember");
    static final Field<Integer> PRIORITY = Field.count("priority");
    static final Field<String> PRIORITY_REASON = Field.text("priorityReason");
    static final Field<Integer> ADMISSION_TARGET = Field.count("admissionTarget");
    static final Field<Integer> ADMITTED_IN_PLAN_YEAR = Field.count("admittedInPlanYear");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion");
    static final Field<Integer> WILLING_FULL_MEMBERS = Field.count("willingFullMembers");
    static final Field<String> SKIPPED_PHASE = Field.text("skippedPhase");
    static final Field<OrganisationForm> PARTY_ORGANISATION_FORM = Field.choice("partyOrganisationForm", OrganisationForm.class);
    static final Field<String> CANDIDATE_REF = Field.text("candidateRef");
    static final Field<Boolean> STILL_FEASIBLE = Field.flag("stillFeasible");
    static final Field<Boolean> HAND_OVER = Field.flag("handOver");
    static final Field<LocalDate> HANDED_OVER_ON = Field.date("handedOverOn");
    static final Field<String> REASON = Field.text("reason");
    static final Field<LocalDate> CLOSED_ON = Field.date("closedOn");

    private OutreachProcess() {}
}
