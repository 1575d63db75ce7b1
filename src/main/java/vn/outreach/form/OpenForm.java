package vn.outreach.form;

import java.util.List;

/** The form of an open task. The enterprise is null where the task is about a person or about no enterprise. */
public record OpenForm(String taskId, String taskName, String process, String step, String taxCode, List<FormField> fields) {
}
