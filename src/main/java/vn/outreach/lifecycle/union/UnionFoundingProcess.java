package vn.outreach.lifecycle.union;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/unionFounding.bpmn. */
public final class UnionFoundingProcess {

    public static final String KEY = "unionFounding";

    static final Field<Boolean> FOUNDING_BOARD_FORMED = Field.flag("foundingBoardFormed");
    static final Field<Integer> FOUNDING_BOARD_SIZE = Field.count("foundingBoardSize");
    static final Field<Integer> SIGNED_APPLICATIONS = Field.count("signedApplications");
    static final Field<Boolean> LEGAL_PERSON = Field.flag("legalPerson");
    static final Field<Integer> COLLECTION_ROUNDS = Field.count("collectionRounds");
    static final Field<Boolean> CONFIRMED = Field.flag("confirmed");
    static final Field<LocalDate> CONGRESS_DATE = Field.date("congressDate");
    static final Field<CongressForm> CONGRESS_FORM = Field.choice("congressForm", CongressForm.class);
    static final Field<Boolean> CONGRESS_VALID = Field.flag("congressValid");
    static final Field<Integer> DELEGATE_COUNT = Field.count("delegateCount");
    static final Field<Integer> COMMITTEE_SIZE = Field.count("committeeSize");
    static final Field<LocalDate> FIRST_MEETING_ON = Field.date("firstMeetingOn");
    static final Field<LocalDate> SUBMITTED_ON = Field.date("submittedOn");
    static final Field<UnionDecision> UNION_DECISION = Field.choice("unionDecision", UnionDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber");
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate");
    static final Field<Integer> UNION_REJECTIONS = Field.count("unionRejections");

    private UnionFoundingProcess() {}
}
