package vn.outreach.engine;

import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;

/** The engine checks lists of comments, and gives a single one to whoever knows its id. Here it is as with the lists. */
final class GuardedComments extends CommentManager {

    @Override
    public CommentEntity findCommentByTaskIdAndCommentId(String taskId, String commentId) {
        CommentEntity comment = super.findCommentByTaskIdAndCommentId(taskId, commentId);
        return comment != null && HistoryReaders.mayReadTask(taskId) ? comment : null;
    }

    @Override
    public CommentEntity findCommentByProcessInstanceIdAndCommentId(String processInstanceId, String commentId) {
        CommentEntity comment = super.findCommentByProcessInstanceIdAndCommentId(processInstanceId, commentId);
        return comment != null && HistoryReaders.mayReadInstance(processInstanceId) ? comment : null;
    }
}
