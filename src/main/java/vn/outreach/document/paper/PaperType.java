package vn.outreach.document.paper;

/** The catalogue of papers that an enterprise's case collects (domain.md §1–§4); of candidates there is another one. */
public enum PaperType {
    SURVEY_SHEET("Phiếu khảo sát"),
    WORK_MINUTES("Biên bản làm việc"),
    OFFICIAL_LETTER("Công văn"),
    MEMBER_LIST("Danh sách đảng viên đang làm việc tại doanh nghiệp"),
    SURVEY_REPORT("Báo cáo kết quả khảo sát"),
    CONTACT_PLAN("Kế hoạch tiếp xúc"),
    INVITATION("Giấy mời"),
    OWNER_CONSENT("Văn bản đồng thuận của chủ doanh nghiệp"),
    CONCLUSION_NOTICE("Thông báo kết luận"),
    FOUNDING_BOARD_LIST("Danh sách ban vận động"),
    UNION_APPLICATIONS("Đơn gia nhập công đoàn"),
    CONGRESS_MINUTES("Biên bản đại hội"),
    BALLOT_MINUTES("Biên bản kiểm phiếu"),
    COMMITTEE_MINUTES("Biên bản họp ban chấp hành"),
    RECOGNITION_REQUEST("Văn bản đề nghị công nhận công đoàn"),
    RECOGNITION_DECISION("Quyết định công nhận công đoàn"),
    YOUTH_LIST("Danh sách đoàn viên"),
    YOUTH_MEETING_MINUTES("Biên bản hội nghị thành lập Đoàn"),
    YOUTH_REQUEST("Văn bản đề nghị thành lập tổ chức Đoàn"),
    YOUTH_DECISION("Quyết định thành lập tổ chức Đoàn"),
    TRANSFER_WISHES("Đơn xin chuyển sinh hoạt đảng"),
    TRANSFER_LETTERS("Giấy giới thiệu sinh hoạt đảng"),
    FOUNDING_MEMBER_LIST("Danh sách đảng viên chính thức"),
    FOUNDING_REQUEST("Tờ trình thành lập chi bộ"),
    FOUNDING_PROJECT("Đề án thành lập chi bộ"),
    APPRAISAL_REPORT("Báo cáo thẩm định"),
    FOUNDING_DECISION("Quyết định thành lập chi bộ"),
    APPOINTMENT_DECISION("Quyết định chỉ định cấp ủy"),
    ANNOUNCEMENT_MINUTES("Biên bản lễ công bố"),
    HAND_OVER_SHEET("Phiếu bàn giao"),
    ENTERPRISE_PAPERS("Giấy tờ pháp lý của doanh nghiệp"),
    PHOTO("Ảnh chụp"),
    OTHER("Giấy tờ khác");

    private final String label;

    PaperType(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
