package vn.outreach.engine.visibility;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;
import vn.outreach.engine.command.RetryInterceptor;
import vn.outreach.web.SentAgain;

/**
 * The engine checks lists of comments, and gives a single one to whoever knows its id. Here it is as with the lists. A
 * comment that is sent again ({@link SentAgain}) is the first one; of two at the same moment the second is tried again
 * ({@link RetryInterceptor}).
 */
public final class GuardedComments extends CommentManager {

    @Override
    public void insert(DbEntity entity) {
        CommentEntity comment = (CommentEntity) entity;
        Optional<Comment> sent = sentBefore(comment);
        sent.ifPresent(first -> {
            comment.setId(first.getId());
            comment.setTime(first.getTime());
        });
        if (sent.isEmpty()) {
            super.insert(comment);
        }
    }

    private Optional<Comment> sentBefore(CommentEntity comment) {
        if (comment.getTaskId() == null
                || comment.getUserId() == null
                || !CommentEntity.TYPE_COMMENT.equals(comment.getType())) {
            return Optional.empty();
        }
        Instant since = SentAgain.since(comment.getTime().toInstant()).toInstant();
        return findCommentsByTaskId(comment.getTaskId()).stream()
                .filter(first -> comment.getUserId().equals(first.getUserId())
                        && comment.getFullMessage().equals(first.getFullMessage())
                        && !first.getTime().toInstant().isBefore(since))
                .findFirst();
    }

    @Override
    public @Nullable CommentEntity findCommentByTaskIdAndCommentId(String taskId, String commentId) {
        CommentEntity comment = super.findCommentByTaskIdAndCommentId(taskId, commentId);
        return comment != null && HistoryReaders.mayReadTask(taskId) ? comment : null;
    }

    @Override
    public @Nullable CommentEntity findCommentByProcessInstanceIdAndCommentId(
            String processInstanceId, String commentId) {
        CommentEntity comment = super.findCommentByProcessInstanceIdAndCommentId(processInstanceId, commentId);
        return comment != null && HistoryReaders.mayReadInstance(processInstanceId) ? comment : null;
    }
}
