package vn.outreach.youthunion;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/youthUnionFounding.bpmn. */
public final class YouthUnionFoundingProcess {

    public static final String KEY = "youthUnionFounding";

    static final Field<Boolean> YOUTH_BOARD_FORMED = Field.flag("youthBoardFormed", "Đã có nhóm chuẩn bị");
    static final Field<Integer> YOUTH_BOARD_SIZE = Field.count("youthBoardSize", "Số người chuẩn bị");
    static final Field<Integer> SIGNED_APPLICATIONS = Field.count("signedApplications", "Số đoàn viên đã đăng ký");
    static final Field<Integer> YOUTH_BRANCHES = Field.count("youthBranches", "Số chi đoàn dự kiến");
    static final Field<Integer> COLLECTION_ROUNDS = Field.count("collectionRounds", "Số lần vận động");
    static final Field<LocalDate> MEETING_DATE = Field.date("meetingDate", "Ngày hội nghị");
    static final Field<Boolean> MEETING_VALID = Field.flag("meetingValid", "Hội nghị hợp lệ");
    static final Field<Integer> COMMITTEE_SIZE = Field.count("committeeSize", "Số ủy viên ban chấp hành");
    static final Field<LocalDate> SUBMITTED_ON = Field.date("submittedOn", "Ngày gửi hồ sơ");
    static final Field<YouthUnionDecision> YOUTH_UNION_DECISION =
            Field.choice("youthUnionDecision", "Trả lời của Đoàn cấp trên", YouthUnionDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber", "Số văn bản", 100);
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate", "Ngày ký");

    private YouthUnionFoundingProcess() {}
}
