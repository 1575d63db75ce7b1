package vn.outreach.process;

import org.jspecify.annotations.Nullable;

/**
 * What a task is about. {@code candidateRef} is null but for the tasks of an admission; all are null for a task that
 * belongs to no enterprise, as those of the yearly plan.
 */
public record TaskEnterprise(
        @Nullable String taxCode,
        @Nullable String name,
        @Nullable String candidateRef) {

    public static final TaskEnterprise NONE = new TaskEnterprise(null, null, null);
}
