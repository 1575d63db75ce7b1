package vn.outreach.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.intake.workbook.Ambiguity;
import vn.outreach.intake.workbook.Column;

/** A list that arrived, and what became of it. */
record Intake(
        long id,
        IntakeKind kind,
        IntakeState state,
        @Nullable Integer planYear,
        LocalDate asOf,
        String fileName,
        List<ReadSheet> sheets,
        String sentBy,
        Instant sentAt,
        @Nullable Mode mode,
        @Nullable String appliedBy,
        @Nullable Instant appliedAt,
        @Nullable String failure,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String undoReason) {

    /** How much of a list is written. */
    enum Mode {
        VALID_ROWS,
        ALL_OR_NOTHING
    }

    /**
     * A sheet of the file.
     *
     * @param read whether its rows are the list's
     * @param headerRow the row of its headings as Excel counts it; 0 where it is not read
     * @param personal headings of persons, whose columns are left out
     */
    record ReadSheet(
            String name,
            boolean hidden,
            boolean read,
            int headerRow,
            List<Column> columns,
            List<String> personal,
            List<Ambiguity> ambiguities) {}

    /** One that arrives now; it is checked unless somebody must say what its columns mean. */
    static Intake sent(
            IntakeKind kind,
            @Nullable Integer planYear,
            LocalDate asOf,
            String fileName,
            List<ReadSheet> sheets,
            String sentBy,
            Instant sentAt) {
        IntakeState state = isAmbiguous(sheets) ? IntakeState.READ : IntakeState.CHECKED;
        return new Intake(
                0, kind, state, planYear, asOf, fileName, sheets, sentBy, sentAt, null, null, null, null, null, null,
                null);
    }

    IntakeList list() {
        return new IntakeList(id, kind, planYear, asOf, fileName);
    }

    /** Whether a column may be several fields, or a field several columns. */
    static boolean isAmbiguous(List<ReadSheet> sheets) {
        return sheets.stream().anyMatch(sheet -> !sheet.ambiguities().isEmpty());
    }

    /** @throws Refusal {@code intake-state} where nothing of it can be changed any more */
    Intake mustStand() {
        if (state != IntakeState.READ && state != IntakeState.CHECKED && state != IntakeState.APPLIED) {
            throw Refusal.conflict(
                    "intake-state", "Danh sách ở trạng thái “%s”, không sửa được nữa.".formatted(state.label()));
        }
        return this;
    }
}
