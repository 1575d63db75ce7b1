package vn.outreach.lifecycle.survey;

import java.time.LocalDate;
import java.time.LocalTime;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.OwnerAttitude;
import vn.outreach.register.ledger.KnownSteps;

/** The Java mirror of processes/survey.bpmn. */
public final class SurveyProcess {

    public static final String KEY = ProcessKeys.SURVEY;
    public static final String LETTER_TOPIC = KnownSteps.SEND_OFFICIAL_LETTER;

    public static final ProcessVariable<LocalDate> SURVEY_DATE = ProcessVariable.date("surveyDate");
    static final ProcessVariable<LocalTime> SURVEY_TIME = ProcessVariable.time("surveyTime");
    static final ProcessVariable<SurveyMethod> SURVEY_METHOD =
            ProcessVariable.choice("surveyMethod", SurveyMethod.class);
    static final ProcessVariable<String> LETTER_NUMBER = ProcessVariable.text("letterNumber");
    static final ProcessVariable<LocalDate> LETTER_SENT_ON = ProcessVariable.date("letterSentOn");
    static final ProcessVariable<SurveyAnswer> SURVEY_RESULT =
            ProcessVariable.choice("surveyResult", SurveyAnswer.class);
    static final ProcessVariable<SurveyNextStep> NEXT_STEP =
            ProcessVariable.choice("surveyNextStep", SurveyNextStep.class);
    static final ProcessVariable<LocalDate> CONDUCTED_ON = ProcessVariable.date("conductedOn");
    static final ProcessVariable<Accessibility> ACCESSIBILITY =
            ProcessVariable.choice("accessibility", Accessibility.class);
    static final ProcessVariable<OwnerAttitude> OWNER_ATTITUDE =
            ProcessVariable.choice("ownerAttitude", OwnerAttitude.class);
    static final ProcessVariable<Integer> WORKER_COUNT = ProcessVariable.count("workerCount");
    static final ProcessVariable<Integer> UNION_MEMBERS = ProcessVariable.count("unionMembers");
    static final ProcessVariable<Integer> YOUTH_UNION_MEMBERS = ProcessVariable.count("youthUnionMembers");
    static final ProcessVariable<Integer> YOUTH_BRANCHES = ProcessVariable.count("youthBranches");
    static final ProcessVariable<Integer> FULL_MEMBERS = ProcessVariable.count("fullMembers");
    static final ProcessVariable<Integer> PROBATIONARY_MEMBERS = ProcessVariable.count("probationaryMembers");
    static final ProcessVariable<LocalDate> UNION_RECOGNISED_ON = ProcessVariable.date("unionRecognisedOn");
    static final ProcessVariable<LocalDate> YOUTH_UNION_FOUNDED_ON = ProcessVariable.date("youthUnionFoundedOn");
    static final ProcessVariable<Integer> FULL_MEMBERS_VERIFIED = ProcessVariable.count("fullMembersVerified");
    static final ProcessVariable<Integer> WILLING_FULL_MEMBERS = ProcessVariable.count("willingFullMembers");

    private SurveyProcess() {}
}
