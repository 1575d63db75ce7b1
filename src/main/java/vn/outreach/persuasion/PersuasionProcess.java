package vn.outreach.persuasion;

import java.time.LocalDate;
import java.util.List;
import vn.outreach.engine.Field;

/** The Java mirror of processes/ownerPersuasion.bpmn. */
public final class PersuasionProcess {

    public static final String KEY = "ownerPersuasion";

    static final Field<List<String>> MATERIALS = Field.list("materials", "Tài liệu");
    /** Says that the papers were chosen once: later rounds prepare the meeting only. */
    static final Field<Boolean> MATERIALS_CHOSEN = Field.flag("materialsChosen", "Đã chọn tài liệu");
    static final Field<LocalDate> MEETING_DATE = Field.date("meetingDate", "Ngày hẹn gặp");
    static final Field<PersuasionOutcome> PERSUASION_OUTCOME =
            Field.choice("persuasionOutcome", "Kết quả cuộc gặp", PersuasionOutcome.class);
    static final Field<LocalDate> MET_ON = Field.date("metOn", "Ngày gặp");
    static final Field<List<String>> OBSTACLES = Field.list("obstacles", "Khó khăn, nguyên nhân");
    static final Field<String> CONDITIONS = Field.text("conditions", "Điều kiện của chủ doanh nghiệp", 1000);
    /** Which meeting it is since the start or the last resumption; an input of D2. */
    static final Field<Integer> ATTEMPT = Field.count("attempt", "Lần gặp thứ");
    static final Field<Boolean> RESUME = Field.flag("resume", "Tiếp tục vận động");
    static final Field<String> RESPONSIBLE_MEMBER = Field.text("responsibleMember", "Ủy viên phụ trách mới", 64);

    private PersuasionProcess() {}
}
