package vn.outreach.engine.visibility;

import org.camunda.bpm.engine.impl.persistence.entity.AttachmentManager;
import org.camunda.bpm.engine.task.Attachment;
import org.jspecify.annotations.Nullable;

/** As {@link GuardedComments}, for what is attached to a task and its content. */
public final class GuardedAttachments extends AttachmentManager {

    @Override
    public @Nullable Attachment findAttachmentByTaskIdAndAttachmentId(String taskId, String attachmentId) {
        Attachment attachment = super.findAttachmentByTaskIdAndAttachmentId(taskId, attachmentId);
        return attachment != null && HistoryReaders.mayReadTask(taskId) ? attachment : null;
    }
}
