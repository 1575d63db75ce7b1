package vn.outreach.work.bulk;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.VisibleTasks;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.ErrorId;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.task.TaskDueDates;

/**
 * Does the same to many tasks, one after the other, each as if the asking person had done it alone: through the
 * engine's commands with their guards, in a transaction of its own. A refused row changes nothing and stops no other.
 */
@Component
class BulkWorkflow {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWorkflow.class);

    private final TaskService tasks;
    private final VisibleTasks visible;
    private final TaskDueDates dueDates;
    private final Deputies deputies;
    private final PeopleNames names;

    BulkWorkflow(TaskService tasks, VisibleTasks visible, TaskDueDates dueDates, Deputies deputies, PeopleNames names) {
        this.tasks = tasks;
        this.visible = visible;
        this.deputies = deputies;
        this.dueDates = dueDates;
        this.names = names;
    }

    List<BulkRow> run(BulkOrder order, CurrentUser person) {
        return order.taskIds().stream().map(id -> row(id, order, person)).toList();
    }

    private BulkRow row(String id, BulkOrder order, CurrentUser person) {
        try {
            act(seen(id), order, person);
            return BulkRow.done(id);
        } catch (RuntimeException failure) {
            return BulkRow.refused(id, reason(failure, id));
        }
    }

    /** Read with the person's own rights: who may not see a task does not learn that it exists. */
    private Task seen(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không còn việc này, hoặc đồng chí không được xem.");
        }
        if (task.isSuspended()) {
            throw Refusal.conflict("suspended", "Hồ sơ của việc này đang tạm ngưng.");
        }
        return task;
    }

    private void act(Task task, BulkOrder order, CurrentUser person) {
        switch (order.action()) {
            case CLAIM -> claim(task, person);
            case ASSIGN -> assign(task, order.user());
            case GIVE_BACK -> assign(task, null);
            case DUE_DATE ->
                dueDates.move(
                        task.getId(),
                        Objects.requireNonNull(order.dueDate()),
                        Objects.requireNonNull(order.comment()),
                        person);
            case COMMENT -> tasks.createComment(task.getId(), null, order.comment());
            case COMPLETE -> visible.complete(task, order.fields());
        }
    }

    /** A free one, or one of somebody whom this person stands in for; taking another's is assigning it. */
    private void claim(Task task, CurrentUser person) {
        String holder = task.getAssignee();
        if (holder == null) {
            tasks.claim(task.getId(), person.id());
        } else if (holder.equals(person.id()) || deputies.standsFor(person.id(), holder)) {
            assign(task, person.id());
        } else {
            throw Refusal.conflict("claimed", "Việc này đã có người nhận: %s.".formatted(names.of(holder)));
        }
    }

    private void assign(Task task, @Nullable String user) {
        if (Objects.equals(task.getAssignee(), user)) {
            throw Refusal.conflict(
                    "unchanged",
                    user == null ? "Việc này chưa ai nhận." : "%s đang giữ việc này rồi.".formatted(names.of(user)));
        }
        tasks.setAssignee(task.getId(), user);
    }

    /** The engine's own answers are refusals by now; what is none is ours, and is looked for in the log. */
    private static Refusal reason(RuntimeException failure, String id) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            return refusal;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException) {
                return Refusal.forbidden("grant-missing", "Đồng chí không có quyền làm việc này.");
            }
        }
        String number = ErrorId.next();
        LOG.error("Error {}: a bulk action on task {} failed", number, id, failure);
        return Refusal.conflict(
                "internal",
                "Hệ thống gặp lỗi ở việc này, chưa có gì thay đổi; báo quản trị viên mã lỗi " + number + ".");
    }
}
