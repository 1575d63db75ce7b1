package vn.outreach.lifecycle.union;

import java.time.LocalDate;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/unionFounding.bpmn. */
public final class UnionFoundingProcess {

    public static final String KEY = ProcessKeys.UNION_FOUNDING;

    /** Steps that other steps ask for in the ledger. */
    static final String CONFIRM_APPLICATIONS = "confirmApplications";

    static final String SUBMIT_UNION_FILE = "submitUnionFile";
    static final String RECORD_UNION_DECISION = "recordUnionDecision";

    static final ProcessVariable<Boolean> FOUNDING_BOARD_FORMED = ProcessVariable.flag("foundingBoardFormed");
    static final ProcessVariable<Integer> FOUNDING_BOARD_SIZE = ProcessVariable.count("foundingBoardSize");
    static final ProcessVariable<Integer> SIGNED_APPLICATIONS = ProcessVariable.count("signedApplications");
    static final ProcessVariable<Boolean> LEGAL_PERSON = ProcessVariable.flag("legalPerson");
    static final ProcessVariable<Integer> COLLECTION_ROUNDS = ProcessVariable.count("collectionRounds");
    static final ProcessVariable<Boolean> CONFIRMED = ProcessVariable.flag("confirmed");
    public static final ProcessVariable<LocalDate> CONGRESS_DATE = ProcessVariable.date("congressDate");
    static final ProcessVariable<CongressForm> CONGRESS_FORM =
            ProcessVariable.choice("congressForm", CongressForm.class);
    static final ProcessVariable<Boolean> CONGRESS_VALID = ProcessVariable.flag("congressValid");
    static final ProcessVariable<Integer> DELEGATE_COUNT = ProcessVariable.count("delegateCount");
    static final ProcessVariable<Integer> COMMITTEE_SIZE = ProcessVariable.count("committeeSize");
    static final ProcessVariable<LocalDate> FIRST_MEETING_ON = ProcessVariable.date("firstMeetingOn");
    static final ProcessVariable<LocalDate> SUBMITTED_ON = ProcessVariable.date("submittedOn");
    static final ProcessVariable<UnionDecision> UNION_DECISION =
            ProcessVariable.choice("unionDecision", UnionDecision.class);
    static final ProcessVariable<String> DECISION_NUMBER = ProcessVariable.text("decisionNumber");
    static final ProcessVariable<LocalDate> DECISION_DATE = ProcessVariable.date("decisionDate");
    static final ProcessVariable<Integer> UNION_REJECTIONS = ProcessVariable.count("unionRejections");

    private UnionFoundingProcess() {}
}
