package vn.outreach.lifecycle.plan.report;

/** The texts of a report, in the order in which an office writes them. */
public enum ReportText {
    ADVANTAGES("advantages", "Thuận lợi, ưu điểm"),
    DIFFICULTIES("difficulties", "Khó khăn, hạn chế"),
    CAUSES("causes", "Nguyên nhân"),
    RESULTS("results", "Kết quả nổi bật"),
    TASKS("tasks", "Nhiệm vụ kỳ tới"),
    PROPOSALS("proposals", "Đề xuất, kiến nghị");

    /** Characters at most. */
    static final int LONGEST = 20_000;

    private final String field;
    private final String label;

    ReportText(String field, String label) {
        this.field = field;
        this.label = label;
    }

    /** The field of the REST answer and the column. */
    String field() {
        return field;
    }

    String label() {
        return label;
    }
}
