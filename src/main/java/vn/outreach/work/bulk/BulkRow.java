package vn.outreach.work.bulk;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/** What became of one task: done, or untouched for the reason that code, field and sentence say. */
record BulkRow(
        String taskId,
        boolean done,
        @Nullable String code,
        @Nullable String field,
        @Nullable String message) {

    static BulkRow done(String taskId) {
        return new BulkRow(taskId, true, null, null, null);
    }

    static BulkRow refused(String taskId, Refusal refusal) {
        return new BulkRow(taskId, false, refusal.code(), refusal.field(), refusal.getMessage());
    }
}
