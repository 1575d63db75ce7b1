package vn.outreach.register.candidate;

/** The catalogue of papers of a candidate's file (domain.md §5.3). */
public enum CandidatePaperType {
    CONSENT("Văn bản đồng ý xử lý dữ liệu cá nhân"),
    COURSE_CERTIFICATE("Giấy chứng nhận bồi dưỡng nhận thức về Đảng"),
    APPLICATION("Đơn xin vào Đảng"),
    PERSONAL_HISTORY("Lý lịch của người xin vào Đảng"),
    VERIFICATION_REPORT("Báo cáo thẩm tra lý lịch"),
    INTRODUCTION_LETTER("Giấy giới thiệu người vào Đảng"),
    BODY_RESOLUTION("Nghị quyết giới thiệu của đoàn thể"),
    OPINIONS("Tổng hợp ý kiến nhận xét"),
    CELL_RESOLUTION("Nghị quyết của chi bộ"),
    GRASSROOTS_RESOLUTION("Nghị quyết của đảng ủy cơ sở"),
    ADMISSION_DECISION("Quyết định kết nạp đảng viên"),
    CEREMONY_MINUTES("Biên bản lễ kết nạp"),
    NEW_MEMBER_CERTIFICATE("Giấy chứng nhận bồi dưỡng đảng viên mới"),
    SELF_ASSESSMENT("Bản tự kiểm điểm của đảng viên dự bị"),
    HELPER_REMARK("Bản nhận xét của người giúp đỡ"),
    FULL_MEMBERSHIP_RESOLUTION("Nghị quyết đề nghị công nhận chính thức"),
    FULL_MEMBERSHIP_DECISION("Quyết định công nhận đảng viên chính thức"),
    OTHER_OF_FILE("Giấy tờ khác của hồ sơ");

    private final String label;

    CandidatePaperType(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
