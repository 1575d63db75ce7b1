package vn.outreach.lifecycle.plan.report;

/**
 * How far a report is. Its figures are those of the day until somebody freezes them, or hands the report in, which
 * freezes them too; a returned one counts anew.
 */
public enum ReportStatus {
    DRAFT,
    FROZEN,
    SUBMITTED,
    APPROVED,
    RETURNED;

    /** Whether its texts may still be written. */
    boolean isOpen() {
        return this == DRAFT || this == FROZEN || this == RETURNED;
    }

    /** Whether its figures are those that were kept. */
    boolean isFrozen() {
        return this != DRAFT && this != RETURNED;
    }
}
