package vn.outreach.work.form;

import java.util.List;

/**
 * The form of an open task. The enterprise is null where the task is about a person or about no enterprise;
 * {@code caseId} is the process at the top, whose steps came before the task.
 */
public record OpenForm(
        String taskId,
        String taskName,
        String process,
        String step,
        String taxCode,
        String processInstanceId,
        String caseId,
        List<FormField> fields) {}
