package vn.outreach.survey;

import java.time.LocalDate;
import vn.outreach.engine.Field;
import vn.outreach.enterprise.Accessibility;
import vn.outreach.enterprise.OwnerAttitude;

/** The Java mirror of processes/survey.bpmn. */
public final class SurveyProcess {

    public static final String KEY = "survey";
    public static final String LETTER_TOPIC = "sendOfficialLetter";

    static final Field<LocalDate> SURVEY_DATE = Field.date("surveyDate", "Ngày khảo sát dự kiến");
    static final Field<SurveyMethod> SURVEY_METHOD =
            Field.choice("surveyMethod", "Hình thức khảo sát", SurveyMethod.class);
    static final Field<String> LETTER_NUMBER = Field.text("letterNumber", "Số công văn", 100);
    static final Field<LocalDate> LETTER_SENT_ON = Field.date("letterSentOn", "Ngày gửi công văn");
    static final Field<SurveyAnswer> SURVEY_RESULT =
            Field.choice("surveyResult", "Kết quả khảo sát", SurveyAnswer.class);
    static final Field<SurveyNextStep> NEXT_STEP =
            Field.choice("surveyNextStep", "Bước tiếp theo", SurveyNextStep.class);
    static final Field<LocalDate> CONDUCTED_ON = Field.date("conductedOn", "Ngày khảo sát");
    static final Field<Accessibility> ACCESSIBILITY =
            Field.choice("accessibility", "Mức độ tiếp cận", Accessibility.class);
    static final Field<OwnerAttitude> OWNER_ATTITUDE =
            Field.choice("ownerAttitude", "Thái độ của chủ doanh nghiệp", OwnerAttitude.class);
    static final Field<Integer> WORKER_COUNT = Field.count("workerCount", "Số lao động");
    static final Field<Integer> UNION_MEMBERS = Field.count("unionMembers", "Số đoàn viên công đoàn");
    static final Field<Integer> YOUTH_UNION_MEMBERS = Field.count("youthUnionMembers", "Số đoàn viên thanh niên");
    static final Field<Integer> YOUTH_BRANCHES = Field.count("youthBranches", "Số chi đoàn");
    static final Field<Integer> FULL_MEMBERS = Field.count("fullMembers", "Số đảng viên chính thức");
    static final Field<Integer> PROBATIONARY_MEMBERS = Field.count("probationaryMembers", "Số đảng viên dự bị");
    static final Field<LocalDate> UNION_RECOGNISED_ON =
            Field.date("unionRecognisedOn", "Ngày công nhận công đoàn cơ sở");
    static final Field<LocalDate> YOUTH_UNION_FOUNDED_ON =
            Field.date("youthUnionFoundedOn", "Ngày thành lập tổ chức đoàn");
    static final Field<Integer> FULL_MEMBERS_VERIFIED =
            Field.count("fullMembersVerified", "Số đảng viên chính thức đã xác minh");
    static final Field<Integer> WILLING_FULL_MEMBERS =
            Field.count("willingFullMembers", "Số đảng viên chính thức đồng ý chuyển sinh hoạt");

    private SurveyProcess() {}
}
