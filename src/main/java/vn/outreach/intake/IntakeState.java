package vn.outreach.intake;

/** Where a list is between its arrival and its end. */
public enum IntakeState {
    /** Its columns are read, and a person has to say what some of them mean. */
    READ("Chờ chọn cột"),
    /** Each row is compared with what is known. */
    CHECKED("Đã xem trước"),
    APPLYING("Đang nạp"),
    APPLIED("Đã nạp"),
    DISCARDED("Đã bỏ"),
    FAILED("Không nạp được"),
    UNDONE("Đã hoàn tác");

    private final String label;

    IntakeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
