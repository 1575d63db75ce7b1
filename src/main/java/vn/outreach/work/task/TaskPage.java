package vn.outreach.work.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of tasks. Nobody counts what comes after it: {@code total} is null unless it was asked for, and then
 * no more than {@value #MOST_COUNTED}, which means so many or more.
 */
record TaskPage(
        List<TaskLine> items,
        int page,
        int size,
        boolean hasMore,
        @Nullable Integer total) {

    static final int MOST_COUNTED = 1000;
}
