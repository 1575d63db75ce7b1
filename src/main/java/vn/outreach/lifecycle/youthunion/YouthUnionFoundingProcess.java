package vn.outreach.lifecycle.youthunion;

import java.time.LocalDate;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/youthUnionFounding.bpmn. */
public final class YouthUnionFoundingProcess {

    public static final String KEY = ProcessKeys.YOUTH_UNION_FOUNDING;

    /** Steps that other steps ask for in the ledger. */
    static final String COLLECT_YOUTH_APPLICATIONS = "collectYouthApplications";

    static final String HOLD_YOUTH_MEETING = "holdYouthMeeting";
    static final String SUBMIT_YOUTH_FILE = "submitYouthFile";

    static final ProcessVariable<Boolean> YOUTH_BOARD_FORMED = ProcessVariable.flag("youthBoardFormed");
    static final ProcessVariable<Integer> YOUTH_BOARD_SIZE = ProcessVariable.count("youthBoardSize");
    static final ProcessVariable<Integer> SIGNED_APPLICATIONS = ProcessVariable.count("signedApplications");
    static final ProcessVariable<Integer> YOUTH_BRANCHES = ProcessVariable.count("youthBranches");
    static final ProcessVariable<Integer> COLLECTION_ROUNDS = ProcessVariable.count("collectionRounds");
    static final ProcessVariable<LocalDate> MEETING_DATE = ProcessVariable.date("meetingDate");
    static final ProcessVariable<Boolean> MEETING_VALID = ProcessVariable.flag("meetingValid");
    static final ProcessVariable<Integer> COMMITTEE_SIZE = ProcessVariable.count("committeeSize");
    static final ProcessVariable<LocalDate> SUBMITTED_ON = ProcessVariable.date("submittedOn");
    static final ProcessVariable<YouthUnionDecision> YOUTH_UNION_DECISION =
            ProcessVariable.choice("youthUnionDecision", YouthUnionDecision.class);
    static final ProcessVariable<String> DECISION_NUMBER = ProcessVariable.text("decisionNumber");
    static final ProcessVariable<LocalDate> DECISION_DATE = ProcessVariable.date("decisionDate");

    private YouthUnionFoundingProcess() {}
}
