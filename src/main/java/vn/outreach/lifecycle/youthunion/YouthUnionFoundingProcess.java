package vn.outreach.lifecycle.youthunion;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/youthUnionFounding.bpmn. */
public final class YouthUnionFoundingProcess {

    public static final String KEY = "youthUnionFounding";

    static final Field<Boolean> YOUTH_BOARD_FORMED = Field.flag("youthBoardFormed");
    static final Field<Integer> YOUTH_BOARD_SIZE = Field.count("youthBoardSize");
    static final Field<Integer> SIGNED_APPLICATIONS = Field.count("signedApplications");
    static final Field<Integer> YOUTH_BRANCHES = Field.count("youthBranches");
    static final Field<Integer> COLLECTION_ROUNDS = Field.count("collectionRounds");
    static final Field<LocalDate> MEETING_DATE = Field.date("meetingDate");
    static final Field<Boolean> MEETING_VALID = Field.flag("meetingValid");
    static final Field<Integer> COMMITTEE_SIZE = Field.count("committeeSize");
    static final Field<LocalDate> SUBMITTED_ON = Field.date("submittedOn");
    static final Field<YouthUnionDecision> YOUTH_UNION_DECISION = Field.choice("youthUnionDecision", YouthUnionDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber");
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate");

    private YouthUnionFoundingProcess() {}
}
