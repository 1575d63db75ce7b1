package vn.outreach.union;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/unionFounding.bpmn. */
public final class UnionFoundingProcess {

    public static final String KEY = "unionFounding";

    static final Field<Boolean> FOUNDING_BOARD_FORMED = Field.flag("foundingBoardFormed", "Đã lập ban vận động");
    static final Field<Integer> FOUNDING_BOARD_SIZE = Field.count("foundingBoardSize", "Số người ban vận động");
    static final Field<Integer> SIGNED_APPLICATIONS = Field.count("signedApplications", "Số đơn đã ký");
    static final Field<Boolean> LEGAL_PERSON = Field.flag("legalPerson", "Doanh nghiệp có tư cách pháp nhân");
    static final Field<Integer> COLLECTION_ROUNDS = Field.count("collectionRounds", "Số lần vận động");
    static final Field<Boolean> CONFIRMED = Field.flag("confirmed", "Số đơn đúng");
    static final Field<LocalDate> CONGRESS_DATE = Field.date("congressDate", "Ngày đại hội");
    static final Field<CongressForm> CONGRESS_FORM =
            Field.choice("congressForm", "Hình thức đại hội", CongressForm.class);
    static final Field<Boolean> CONGRESS_VALID = Field.flag("congressValid", "Đại hội hợp lệ");
    static final Field<Integer> DELEGATE_COUNT = Field.count("delegateCount", "Số đại biểu");
    static final Field<Integer> COMMITTEE_SIZE = Field.count("committeeSize", "Số ủy viên ban chấp hành");
    static final Field<LocalDate> FIRST_MEETING_ON = Field.date("firstMeetingOn", "Ngày họp lần đầu");
    static final Field<LocalDate> SUBMITTED_ON = Field.date("submittedOn", "Ngày gửi hồ sơ");
    static final Field<UnionDecision> UNION_DECISION =
            Field.choice("unionDecision", "Trả lời của công đoàn cấp trên", UnionDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber", "Số văn bản", 100);
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate", "Ngày ký");
    static final Field<Integer> UNION_REJECTIONS = Field.count("unionRejections", "Số lần không được công nhận");

    private UnionFoundingProcess() {}
}
