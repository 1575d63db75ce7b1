package vn.outreach.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import vn.outreach.ledger.Ledger;
import vn.outreach.refusal.Refusal;

/**
 * Lets only the right person complete a task: its assignee, or a member of a candidate group while nobody is assigned,
 * and never the one whose step it checks ("four eyes", judged by the ledger). The engine's grants alone would let any
 * holder of a grant on the process complete another unit's task.
 */
@Component
final class TaskGuardListener implements TaskListener {

    private final Ledger ledger;

    TaskGuardListener(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || !mayAct(task, person)) {
            throw wrongPerson(task);
        }
        fourEyes(task, person.getUserId());
    }

    static Refusal wrongPerson(DelegateTask task) {
        return Refusal.forbidden(
                "wrong-person", "Việc “" + task.getName() + "” không được giao cho bạn hoặc đơn vị của bạn.");
    }

    static boolean mayAct(DelegateTask task, Authentication person) {
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(person.getUserId());
        }
        Set<String> groups = person.getGroupIds() == null ? Set.of() : Set.copyOf(person.getGroupIds());
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> isOf(link, person.getUserId(), groups));
    }

    private static boolean isOf(IdentityLink link, String userId, Set<String> groups) {
        return userId.equals(link.getUserId()) || link.getGroupId() != null && groups.contains(link.getGroupId());
    }

    private void fourEyes(DelegateTask task, String userId) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        Set<String> own = ModelProperties.namesOf(execution.getActivity(), "fourEyes").stream()
                .filter(step -> ledger.last(task.getProcessInstanceId(), step)
                        .filter(row -> userId.equals(row.recordedBy()))
                        .isPresent())
                .collect(Collectors.toSet());
        if (!own.isEmpty()) {
            throw Refusal.forbidden(
                    "four-eyes", "Việc “" + task.getName() + "” phải do người khác làm: bạn đã làm bước trước của chính hồ sơ này.");
        }
    }
}
