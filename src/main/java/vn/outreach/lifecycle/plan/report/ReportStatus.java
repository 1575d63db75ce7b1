package vn.outreach.lifecycle.plan.report;

/** How far a report is: its figures are those of the day until it is handed in, and are frozen by that. */
public enum ReportStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    RETURNED;

    /** Whether its texts may still be written. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
