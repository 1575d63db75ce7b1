package vn.outreach.register.enterprise;

/** How far the work with an enterprise has come (lifecycle.md §5), in the order in which the rules are asked. */
public enum Stage {
    CLOSED("Đã ngừng hoạt động"),
    NOT_FEASIBLE("Không khả thi"),
    COMPLETED("Đã hoàn thành"),
    REFUSED_PAUSED("Từ chối, tạm dừng"),
    ADMISSION("Kết nạp đảng viên"),
    CELL_FOUNDED("Đã có chi bộ"),
    CELL_FILE("Lập hồ sơ chi bộ"),
    MOBILE_CELL("Chờ đủ đảng viên"),
    UNION("Thành lập công đoàn"),
    PERSUASION("Vận động chủ doanh nghiệp"),
    SURVEYED("Đã khảo sát"),
    PLANNED("Trong kế hoạch"),
    REGISTERED("Mới vào sổ");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
