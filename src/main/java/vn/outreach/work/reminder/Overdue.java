package vn.outreach.work.reminder;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open tasks whose limit has passed, as far as the asking person may see them. Of an admission nothing is said but step
 * and unit, and how late it is.
 *
 * @param total how many there are, up to {@value #MOST_COUNTED}, and {@code units}: how many each unit has; null unless
 *     asked for
 */
record Overdue(
        List<Line> items,
        int page,
        int size,
        boolean hasMore,
        @Nullable Integer total,
        @Nullable List<UnitCount> units) {

    static final int MOST_COUNTED = 1000;

    /**
     * @param id of the task, for whoever may open it; else null
     * @param daysLate working days since the limit passed
     * @param daysOffUnknown the first year since then whose days off nobody has entered, or null
     * @param toldSince the day on which the unit's head, or the board in the head's place, was told; null before
     */
    record Line(
            @Nullable String id,
            String step,
            String stepName,
            String phase,
            List<Unit> units,
            @Nullable Enterprise enterprise,
            @Nullable Person holder,
            OffsetDateTime dueAt,
            int daysLate,
            @Nullable Integer daysOffUnknown,
            @Nullable LocalDate toldSince) {}

    record Unit(String id, String name) {}

    record UnitCount(String id, String name, int overdue) {}

    record Enterprise(String taxCode, String name, @Nullable String zone) {}

    record Person(String id, String name) {}
}
