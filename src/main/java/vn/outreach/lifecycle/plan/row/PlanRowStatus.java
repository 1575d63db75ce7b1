package vn.outreach.lifecycle.plan.row;

/** What became of a plan row once the plan was approved. */
public enum PlanRowStatus {
    PLANNED("Chưa bắt đầu"),
    STARTED("Đã bắt đầu"),
    CARRIED_OVER("Tiếp tục từ năm trước"),
    REFUSED("Không bắt đầu được");

    private final String label;

    PlanRowStatus(String label) {
        this.label = label;
    }

    /** What people read instead of the code. */
    public String label() {
        return label;
    }
}
