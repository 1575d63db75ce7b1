package vn.outreach.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/** Open tasks, read with the asking person's rights: who may not see a task does not learn that it exists. */
@Component
public class VisibleTasks {

    private final TaskService tasks;
    private final RunningCases running;

    /** Lazy: the engine is built with parts that ask here. */
    public VisibleTasks(@Lazy TaskService tasks, RunningCases running) {
        this.tasks = tasks;
        this.running = running;
    }

    /** An open task for those who know no engine. */
    public record Open(Task task) {

        /** Who holds it, or null. */
        public @Nullable String holder() {
            return task.getAssignee();
        }
    }

    /** The open tasks of a step, by the business keys of their processes; in one look at all of them. */
    public Map<String, Open> of(String processKey, String step, Collection<String> businessKeys) {
        Map<String, String> keys = new HashMap<>();
        running.instances(processKey, businessKeys).forEach((key, instance) -> keys.put(instance, key));
        Map<String, Open> open = new HashMap<>();
        if (!keys.isEmpty()) {
            tasks.createTaskQuery()
                    .processInstanceIdIn(keys.keySet().toArray(String[]::new))
                    .taskDefinitionKey(Step.userTask(step))
                    .unlimitedList()
                    .forEach(task -> open.put(keys.get(task.getProcessInstanceId()), new Open(task)));
        }
        return open;
    }

    /** @throws Refusal as {@link #complete(Task, Map)} */
    public void complete(Open open, Map<String, Object> fields) {
        complete(open.task(), fields);
    }

    /** @throws Refusal {@code task-unknown} */
    public Task require(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.unknown("task-unknown", "Không có việc mang mã “" + taskId + "”.");
        }
        return task;
    }

    /**
     * Does something with a task in further looks than the one that found it; one that is completed between them is
     * answered as if it had been gone at the first.
     *
     * @throws Refusal {@code task-unknown}
     */
    public <T> T with(String taskId, Function<Task, T> act) {
        Task task = require(taskId);
        try {
            return act.apply(task);
        } catch (RuntimeException failure) {
            require(taskId);
            throw failure;
        }
    }

    /**
     * Completes a task as the asking person, with the guards of the engine's command.
     *
     * @throws Refusal {@code suspended}, {@code delegated}, or what a guard or the step says
     */
    public void complete(Task task, Map<String, Object> fields) {
        if (task.isSuspended()) {
            throw Refusal.conflict("suspended", "Hồ sơ của việc này đang tạm ngưng.");
        }
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw Refusal.conflict(
                    "delegated", "Việc này đang nhờ người khác trả lời; trả lời xong mới hoàn thành được.");
        }
        tasks.complete(task.getId(), fields);
    }
}
