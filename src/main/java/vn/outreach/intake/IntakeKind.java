package vn.outreach.intake;

/** The kinds of lists that are read from workbooks. */
public enum IntakeKind {
    REGISTER("Danh sách doanh nghiệp"),
    PLAN_ROWS("Danh sách kế hoạch năm"),
    SURVEYS("Kết quả khảo sát"),
    DAYS_OFF("Ngày nghỉ lễ");

    private final String label;

    IntakeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
