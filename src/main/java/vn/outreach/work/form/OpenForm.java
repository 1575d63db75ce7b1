package vn.outreach.work.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an open task. The enterprise is null where the task is about a person or about no enterprise;
 * {@code caseId} is the process at the top, whose steps came before the task.
 *
 * @param candidateRef of the person whom an admission's task is about, or null
 * @param decision whether somebody decides here on what others did, as the model says by {@code fourEyes}
 */
public record OpenForm(
        String taskId,
        String taskName,
        String process,
        String step,
        @Nullable String taxCode,
        String processInstanceId,
        String caseId,
        @Nullable String candidateRef,
        boolean decision,
        List<FormField> fields) {}
