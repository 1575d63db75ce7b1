package vn.outreach.partycell;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/partyCellFounding.bpmn. */
public final class PartyCellFoundingProcess {

    public static final String KEY = "partyCellFounding";

    static final Field<Integer> WILLING_FULL_MEMBERS =
            Field.count("willingFullMembers", "Số đảng viên chính thức đồng ý chuyển sinh hoạt");
    static final Field<PartyOrganisationForm> PARTY_ORGANISATION_FORM =
            Field.choice("partyOrganisationForm", "Hình thức tổ chức đảng", PartyOrganisationForm.class);
    static final Field<Integer> TRANSFERRED_MEMBERS =
            Field.count("transferredMembers", "Số đảng viên đã chuyển sinh hoạt");
    static final Field<Boolean> FILE_COMPLETE = Field.flag("fileComplete", "Hồ sơ đủ");
    static final Field<Appraisal> APPRAISAL = Field.choice("appraisal", "Kết quả thẩm định", Appraisal.class);
    static final Field<CellDecision> CELL_DECISION =
            Field.choice("cellDecision", "Quyết định của Ban Thường vụ", CellDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber", "Số văn bản", 100);
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate", "Ngày ký");
    static final Field<LocalDate> ANNOUNCED_ON = Field.date("announcedOn", "Ngày công bố");

    private PartyCellFoundingProcess() {}
}
