package vn.outreach.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.OutreachApplication;

/**
 * A list as it is answered.
 *
 * @param counts how many rows there are of each state
 * @param fields what a column may be, in the order in which people read them
 * @param expectedAt when it is written probably; null while nobody writes it
 * @param undoUntil until when it can be taken back; null before it is written, and for acts
 * @param consequence what writing it does beside its rows; null for nothing, and once it is written
 * @param isActs whether each row is an act of its own: written alone, and never taken back
 */
record IntakeView(
        long id,
        IntakeKind kind,
        String kindName,
        IntakeState state,
        String stateName,
        @Nullable Integer planYear,
        LocalDate asOf,
        String fileName,
        List<Intake.ReadSheet> sheets,
        Map<RowState, Integer> counts,
        int toWrite,
        int written,
        int undone,
        int notUndone,
        List<FieldName> fields,
        String sentBy,
        String sentByName,
        OffsetDateTime sentAt,
        Intake.@Nullable Mode mode,
        @Nullable String appliedBy,
        @Nullable OffsetDateTime appliedAt,
        @Nullable OffsetDateTime expectedAt,
        @Nullable String failure,
        @Nullable OffsetDateTime undoUntil,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String undoReason,
        boolean mayFetch,
        boolean isActs,
        @Nullable String consequence) {

    /** A field that a column may be. */
    record FieldName(String name, String label) {}

    /**
     * A row as it is answered.
     *
     * @param cells what the file or a person says, in the order of the fields
     */
    record Row(
            int number,
            String sheet,
            int line,
            @Nullable String zoneLine,
            RowState state,
            String stateName,
            @Nullable String taxCode,
            @Nullable String name,
            List<CellText> cells,
            List<Finding> findings,
            List<Change> changes,
            @Nullable OffsetDateTime appliedAt,
            @Nullable OffsetDateTime undoneAt,
            @Nullable String notUndone) {}

    /** A cell by its field. */
    record CellText(String field, String label, String text) {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null
                ? null
                : instant.atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
