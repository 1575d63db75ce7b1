package vn.outreach.lifecycle.plan.row;

import org.jspecify.annotations.Nullable;

/**
 * Where a row of the plan stands. A draft is ranked anew at every look; an approved plan keeps its ranks, and today's
 * stands beside where it is another one.
 */
public record ShownRank(
        @Nullable Integer priority,
        @Nullable String priorityReason,
        @Nullable Integer priorityToday,
        @Nullable String priorityTodayReason) {

    public static ShownRank of(PlanRow row, @Nullable RankedRow today) {
        Integer kept = row.priority();
        if (today == null || kept != null && kept == today.priority()) {
            return new ShownRank(kept, row.rankReason(), null, null);
        }
        return kept == null
                ? new ShownRank(today.priority(), today.reason(), null, null)
                : new ShownRank(kept, row.rankReason(), today.priority(), today.reason());
    }
}
