package vn.outreach.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.AdmissionSight;
import vn.outreach.security.identity.Units;

/**
 * People who see of admissions the tasks that are their own: units that introduce, and cells. The engine's grants stand
 * on whole processes and cannot say that.
 */
@Component
class OwnTaskReaders {

    static final String PROCESS = "memberAdmission";

    private final Set<String> own;
    private final Set<String> everything;

    OwnTaskReaders(Units units) {
        this.own = units.units().stream()
                .filter(unit -> unit.ownTasks().contains(PROCESS))
                .map(Units.Unit::id)
                .collect(Collectors.toUnmodifiableSet());
        this.everything = units.units().stream()
                .filter(unit -> unit.worksOn().contains(PROCESS) || unit.reads().contains(PROCESS))
                .map(Units.Unit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the person sees own tasks only. Others see all of them or, without a grant, none. */
    boolean include(Authentication person) {
        Collection<String> groups = groupsOf(person);
        return groups.stream().anyMatch(group -> own.contains(group) || AdmissionSight.isOwnCell(group))
                && groups.stream().noneMatch(everything::contains);
    }

    /** Whether the task is not the person's to see. */
    boolean hides(TaskEntity task, Authentication person) {
        return isAdmission(task) && include(person) && !isOf(task, person);
    }

    static boolean isAdmission(TaskEntity task) {
        String definition = task.getProcessDefinitionId();
        return definition != null && definition.startsWith(PROCESS + ":");
    }

    static Collection<String> groupsOf(Authentication person) {
        return person == null || person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    private static boolean isOf(TaskEntity task, Authentication person) {
        String user = person.getUserId();
        return Objects.equals(user, task.getAssignee())
                || task.getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .anyMatch(link -> Objects.equals(user, link.getUserId())
                                || groupsOf(person).contains(link.getGroupId()));
    }
}
