package vn.outreach.lifecycle.plan.result;

/** Which rows of a measure stand behind a number. */
enum RowState {
    PROMISED,
    REACHED,
    MISSING,
    OVERDUE,
    STANDING,
    NOT_STANDING;

    boolean holds(RowResult.Line line) {
        return switch (this) {
            case PROMISED -> line.promised() != null && line.promised() > 0;
            case REACHED -> line.reached() > 0;
            case MISSING -> line.missing() > 0;
            case OVERDUE -> line.overdue();
            case STANDING -> line.standing() > 0;
            case NOT_STANDING -> line.standing() == 0;
        };
    }
}
