package vn.outreach.lifecycle;

import java.time.LocalDate;
import java.util.Map;
import vn.outreach.engine.Field;

/** The Java mirror of processes/enterpriseOutreach.bpmn. */
public final class OutreachProcess {

    public static final String KEY = "enterpriseOutreach";

    /** Phase → its result variable, as lifecycle.md §2 names them. */
    static final Map<String, String> RESULT_OF_PHASE = Map.of(
            "survey", "surveyResult",
            "ownerPersuasion", "persuasionOutcome",
            "unionFounding", "unionResult",
            "youthUnionFounding", "youthUnionResult",
            "partyCellFounding", "cellResult");

    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode", "Mã số thuế", 14);
    static final Field<Integer> PLAN_YEAR = Field.count("planYear", "Năm kế hoạch");
    static final Field<String> RESPONSIBLE_MEMBER = Field.text("responsibleMember", "Người phụ trách", 64);
    static final Field<Integer> PRIORITY = Field.count("priority", "Thứ tự ưu tiên");
    static final Field<String> PRIORITY_REASON = Field.text("priorityReason", "Căn cứ ưu tiên", 255);
    static final Field<Integer> ADMISSION_TARGET = Field.count("admissionTarget", "Chỉ tiêu kết nạp");
    static final Field<Integer> ADMITTED_IN_PLAN_YEAR = Field.count("admittedInPlanYear", "Đã kết nạp trong năm");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion", "Phiên bản quy định", 20);
    static final Field<Integer> WILLING_FULL_MEMBERS =
            Field.count("willingFullMembers", "Số đảng viên chính thức đồng ý chuyển sinh hoạt");
    static final Field<String> SKIPPED_PHASE = Field.text("skippedPhase", "Giai đoạn bỏ qua", 64);
    static final Field<OrganisationForm> PARTY_ORGANISATION_FORM =
            Field.choice("partyOrganisationForm", "Hình thức tổ chức đảng", OrganisationForm.class);
    static final Field<String> CANDIDATE_REF = Field.text("candidateRef", "Mã hồ sơ kết nạp", 20);
    static final Field<Boolean> STILL_FEASIBLE = Field.flag("stillFeasible", "Còn khả năng thành lập chi bộ");
    static final Field<Boolean> HAND_OVER = Field.flag("handOver", "Bàn giao");
    static final Field<LocalDate> HANDED_OVER_ON = Field.date("handedOverOn", "Ngày bàn giao");
    static final Field<String> REASON = Field.text("reason", "Lý do", 1000);
    static final Field<LocalDate> CLOSED_ON = Field.date("closedOn", "Ngày ngừng hoạt động");

    private OutreachProcess() {}
}
