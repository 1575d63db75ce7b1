package vn.outreach.register.achievement;

/**
 * What a plan promises and a year reaches (domain.md §6.1). {@link #ADMISSION} counts people, the others enterprises.
 */
public enum Measure {
    SURVEY("Khảo sát doanh nghiệp"),
    MEETING("Gặp chủ doanh nghiệp"),
    UNION("Thành lập công đoàn"),
    CELL("Thành lập chi bộ"),
    ADMISSION("Kết nạp đảng viên");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** What people read instead of the code. */
    public String label() {
        return label;
    }

    public boolean countsPeople() {
        return this == ADMISSION;
    }
}
