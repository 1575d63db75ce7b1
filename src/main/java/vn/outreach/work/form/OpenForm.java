package vn.outreach.work.form;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.outreach.process.TaskEnterprise;

/**
 * The form of an open task. The enterprise is null where the task is about a person or about no enterprise;
 * {@code about} names the enterprise of a person too; {@code caseId} is the process at the top, whose steps came before
 * the task.
 *
 * @param decision whether somebody decides here on what others did, as the model says by {@code fourEyes}
 * @param shown names in braces that the form's texts show as they are
 */
public record OpenForm(
        String taskId,
        String taskName,
        String process,
        String step,
        @Nullable String taxCode,
        TaskEnterprise about,
        String processInstanceId,
        String caseId,
        boolean decision,
        List<FormField> fields,
        Set<String> shown) {

    /** Of the person whom an admission's task is about, or null. */
    public @Nullable String candidateRef() {
        return about.candidateRef();
    }
}
