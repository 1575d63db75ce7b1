package vn.outreach.work.deputy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody is away from the first day to the last, both of them included, and the deputy stands in. */
public record Absence(
        long id,
        String person,
        String deputy,
        DeputyMode mode,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String createdBy,
        @Nullable OffsetDateTime createdAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt) {

    /** Where an absence is in its life. */
    public enum State {
        PLANNED,
        RUNNING,
        OVER
    }

    public State stateOn(LocalDate day) {
        if (endedAt != null || lastDay.isBefore(day)) {
            return State.OVER;
        }
        return firstDay.isAfter(day) ? State.PLANNED : State.RUNNING;
    }

    public boolean replaces() {
        return mode == DeputyMode.REPLACER;
    }
}
