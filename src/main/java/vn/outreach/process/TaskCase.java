package vn.outreach.process;

import org.jspecify.annotations.Nullable;

/**
 * Which step of whose case a task is. {@code candidateRef} is null but for the tasks of an admission; {@code taxCode}
 * is null for a task that belongs to no enterprise, as those of the yearly plan.
 */
public record TaskCase(
        String taskId,
        @Nullable String taxCode,
        @Nullable String candidateRef,
        String phase,
        String step,
        String processInstanceId) {}
