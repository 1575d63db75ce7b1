package vn.outreach.engine.guard;

import java.util.Collections;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.FreeTextRule;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.security.identity.CurrentUser;

/**
 * Who writes beside a task: comments and attachments are its workers', as its completion is. The engine itself asks
 * nobody who adds one. A whole case takes none, and what stands beside a finished task stays as it is.
 */
@Component
final class TaskNotesGuard implements CommandRules.Source {

    private static final EngineField<String> COMMENTED = EngineField.of(AddCommentCmd.class, "taskId", String.class);
    private static final EngineField<String> COMMENTED_CASE =
            EngineField.of(AddCommentCmd.class, "processInstanceId", String.class);
    private static final EngineField<String> SAID = EngineField.of(AddCommentCmd.class, "message", String.class);
    private static final EngineField<String> SAID_ANEW =
            EngineField.of(UpdateCommentCmd.class, "message", String.class);
    private static final EngineField<String> ATTACHMENTS_NAME =
            EngineField.of(CreateAttachmentCmd.class, "attachmentName", String.class);
    private static final EngineField<String> ATTACHMENTS_TEXT =
            EngineField.of(CreateAttachmentCmd.class, "attachmentDescription", String.class);
    private static final EngineField<String> REWRITTEN = EngineField.of(UpdateCommentCmd.class, "taskId", String.class);
    private static final EngineField<String> REWRITTEN_CASE =
            EngineField.of(UpdateCommentCmd.class, "processInstanceId", String.class);
    private static final EngineField<String> CLEARED =
            EngineField.of(DeleteTaskCommentCmd.class, "taskId", String.class);
    private static final EngineField<String> ATTACHED =
            EngineField.of(CreateAttachmentCmd.class, "taskId", String.class);
    private static final EngineField<String> ATTACHED_CASE =
            EngineField.of(CreateAttachmentCmd.class, "processInstanceId", String.class);
    private static final EngineField<Attachment> RENAMED =
            EngineField.of(SaveAttachmentCmd.class, "attachment", Attachment.class);
    private static final EngineField<String> DETACHED =
            EngineField.of(DeleteAttachmentCmd.class, "taskId", String.class);

    private final TaskRights rights;
    private final FreeTextRule texts;

    TaskNotesGuard(TaskRights rights, FreeTextRule texts) {
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(AddCommentCmd.class, (command, person) -> {
            note(COMMENTED.in(command), COMMENTED_CASE.in(command), person);
            says(SAID.in(command));
        });
        rules.on(UpdateCommentCmd.class, (command, person) -> {
            note(REWRITTEN.in(command), REWRITTEN_CASE.in(command), person);
            says(SAID_ANEW.in(command));
        });
        rules.on(DeleteTaskCommentCmd.class, (command, person) -> note(CLEARED.in(command), null, person));
        rules.on(DeleteProcessInstanceCommentCmd.class, (command, person) -> note(null, null, person));
        rules.on(CreateAttachmentCmd.class, (command, person) -> {
            note(ATTACHED.in(command), ATTACHED_CASE.in(command), person);
            attached(ATTACHMENTS_NAME.in(command), ATTACHMENTS_TEXT.in(command));
        });
        rules.on(SaveAttachmentCmd.class, (command, person) -> {
            Attachment attachment = RENAMED.in(command);
            note(attachment.getTaskId(), null, person);
            attached(attachment.getName(), attachment.getDescription());
        });
        rules.on(DeleteAttachmentCmd.class, (command, person) -> note(DETACHED.in(command), null, person));
    }

    /** A comment in which nothing can be read is none, and a NUL is kept by one of the databases only. */
    private void says(String message) {
        if (Folding.isBlank(message)) {
            throw Refusal.invalid("field-missing", "message", "Thiếu nội dung ghi chú.");
        }
        if (message.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-type", "message", "Ghi chú chứa ký tự không ghi được.");
        }
        texts.check(Map.of("message", message));
    }

    private void attached(String name, String description) {
        texts.check(Collections.singletonMap("attachment-name", name));
        texts.check(Collections.singletonMap("attachment-description", description));
    }

    private void note(@Nullable String taskId, @Nullable String processInstanceId, CurrentUser person) {
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null || processInstanceId != null && !processInstanceId.equals(task.getProcessInstanceId())) {
            throw Refusal.forbidden("not-allowed", "Chỉ ghi chú và đính kèm được vào việc đang mở.");
        }
        rights.mustAct(task, person);
    }
}
