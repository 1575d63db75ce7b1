package vn.outreach.lifecycle.survey;

import java.time.LocalDate;
import vn.outreach.engine.Field;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.OwnerAttitude;

/** The Java mirror of processes/survey.bpmn. */
public final class SurveyProcess {

    public static final String KEY = "survey";
    public static final String LETTER_TOPIC = "sendOfficialLetter";

    static final Field<LocalDate> SURVEY_DATE = Field.date("surveyDate");
    static final Field<SurveyMethod> SURVEY_METHOD = Field.choice("surveyMethod", SurveyMethod.class);
    static final Field<String> LETTER_NUMBER = Field.text("letterNumber");
    static final Field<LocalDate> LETTER_SENT_ON = Field.date("letterSentOn");
    static final Field<SurveyAnswer> SURVEY_RESULT = Field.choice("surveyResult", SurveyAnswer.class);
    static final Field<SurveyNextStep> NEXT_STEP = Field.choice("surveyNextStep", SurveyNextStep.class);
    static final Field<LocalDate> CONDUCTED_ON = Field.date("conductedOn");
    static final Field<Accessibility> ACCESSIBILITY = Field.choice("accessibility", Accessibility.class);
    static final Field<OwnerAttitude> OWNER_ATTITUDE = Field.choice("ownerAttitude", OwnerAttitude.class);
    static final Field<Integer> WORKER_COUNT = Field.count("workerCount");
    static final Field<Integer> UNION_MEMBERS = Field.count("unionMembers");
    static final Field<Integer> YOUTH_UNION_MEMBERS = Field.count("youthUnionMembers");
    static final Field<Integer> YOUTH_BRANCHES = Field.count("youthBranches");
    static final Field<Integer> FULL_MEMBERS = Field.count("fullMembers");
    static final Field<Integer> PROBATIONARY_MEMBERS = Field.count("probationaryMembers");
    static final Field<LocalDate> UNION_RECOGNISED_ON = Field.date("unionRecognisedOn");
    static final Field<LocalDate> YOUTH_UNION_FOUNDED_ON = Field.date("youthUnionFoundedOn");
    static final Field<Integer> FULL_MEMBERS_VERIFIED = Field.count("fullMembersVerified");
    static final Field<Integer> WILLING_FULL_MEMBERS = Field.count("willingFullMembers");

    private SurveyProcess() {}
}
