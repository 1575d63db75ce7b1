package vn.outreach.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a row, as its target sees it.
 *
 * @param taxCode the enterprise that is meant; null where that is not known yet
 * @param version of what the row was compared with; null for what is new
 */
public record Judged(
        RowState state,
        @Nullable String taxCode,
        @Nullable Integer version,
        List<Finding> findings,
        List<Change> changes) {

    /** A row that somebody else changed since it was shown is shown anew, and asked. */
    public static Judged changedSince(IntakeRow row, Judged now) {
        List<Finding> findings = new ArrayList<>(now.findings());
        findings.add(Finding.asked(
                "changed-since",
                null,
                "Dòng %d: dữ liệu đã được cập nhật sau khi xem trước; hãy xem lại giá trị cũ và mới."
                        .formatted(row.line())));
        return new Judged(RowState.ASK, now.taxCode(), now.version(), findings, now.changes());
    }

    /**
     * A row with findings is refused or asked by the worst of them; what a person accepted is asked no more.
     *
     * @param version of what is there; null where the row would be new
     */
    public static Judged of(
            IntakeRow row,
            @Nullable String taxCode,
            @Nullable Integer version,
            List<Finding> findings,
            List<Change> changes) {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.refused() || !row.isAccepted(finding))
                .toList();
        RowState state = version == null ? RowState.NEW : changes.isEmpty() ? RowState.SAME : RowState.CHANGED;
        if (open.stream().anyMatch(Finding::refused)) {
            state = RowState.REFUSED;
        } else if (!open.isEmpty()) {
            state = RowState.ASK;
        }
        return new Judged(state, taxCode, version, open, changes);
    }
}
