package vn.outreach.bulk;

import vn.outreach.refusal.Refusal;

/** What became of one task: done, or untouched for the reason that code and sentence say. */
record BulkRow(String taskId, boolean done, String code, String message) {

    static BulkRow done(String taskId) {
        return new BulkRow(taskId, true, null, null);
    }

    static BulkRow refused(String taskId, Refusal refusal) {
        return new BulkRow(taskId, false, refusal.code(), refusal.getMessage());
    }
}
