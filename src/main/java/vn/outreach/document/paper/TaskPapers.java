package vn.outreach.document.paper;

import java.util.List;

/**
 * Whose papers stand beside a task, and which of them its step needs. {@code candidateRef} stands there for the tasks
 * of an admission, whose papers are rows without content; both are null for a task that belongs to no enterprise.
 */
record TaskPapers(
        String taskId, String taxCode, String candidateRef, String phase, String step, List<Required> required) {

    /** {@code sometimes}: only with some answers of the step. */
    record Required(String type, String label, boolean sometimes, boolean there) {}
}
