package vn.outreach.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.people.CurrentUser;
import vn.outreach.refusal.Refusal;

/** Tells other rooms who works on a task, by the rule of {@link TaskRights}: its assignee, or a candidate while there is none. */
@Component
public class TaskWorkers {

    private final TaskService tasks;
    private final EngineUsers users;

    TaskWorkers(@Lazy TaskService tasks, EngineUsers users) {
        this.tasks = tasks;
        this.users = users;
    }

    public boolean isOne(String taskId, CurrentUser person) {
        return users.asHouse(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                return false;
            }
            return task.getAssignee() == null ? isCandidate(taskId, person) : person.id().equals(task.getAssignee());
        });
    }

    /** @throws Refusal {@code wrong-person} */
    public void mustBeOne(String taskId, CurrentUser person) {
        if (!isOne(taskId, person)) {
            throw TaskRights.wrongPerson();
        }
    }

    private boolean isCandidate(String taskId, CurrentUser person) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(taskId);
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> person.id().equals(link.getUserId())
                        || link.getGroupId() != null && person.in(link.getGroupId()));
    }
}
