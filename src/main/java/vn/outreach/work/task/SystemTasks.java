package vn.outreach.work.task;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.process.ExternalTasksByHand;
import vn.outreach.process.RunningCases;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.work.deputy.Deputies;

/** The tasks that wait for a system in an enterprise's cases, and how a person does one where no system does. */
@Component
public class SystemTasks {

    private final ExternalTaskService tasks;
    private final RunningCases running;
    private final EngineUsers users;
    private final ExternalTasksByHand byHand;
    private final Deputies deputies;
    private final PersonalData personalData;
    private final WorkUnits units;

    SystemTasks(
            @Lazy ExternalTaskService tasks,
            RunningCases running,
            EngineUsers users,
            @Lazy ExternalTasksByHand byHand,
            Deputies deputies,
            PersonalData personalData,
            WorkUnits units) {
        this.tasks = tasks;
        this.running = running;
        this.users = users;
        this.byHand = byHand;
        this.deputies = deputies;
        this.personalData = personalData;
        this.units = units;
    }

    /** {@code stopped} is one whose retries are used up; {@code locked} one that a system works on at this moment. */
    public record Waiting(
            String id,
            String phase,
            String topic,
            String step,
            OffsetDateTime since,
            boolean stopped,
            boolean locked) {}

    /** Oldest first, whoever asks. */
    public List<Waiting> of(String taxCode) {
        List<String> instances = running.instancesOf(taxCode);
        return instances.isEmpty()
                ? List.of()
                : users
                        .asSystem(() -> tasks.createExternalTaskQuery()
                                .processInstanceIdIn(instances.toArray(String[]::new))
                                .orderByCreateTime()
                                .asc()
                                .unlimitedList())
                        .stream()
                        .map(this::waiting)
                        .toList();
    }

    /**
     * Who does by hand what a system was to do for an enterprise: its responsible member or the deputy, a head, or any
     * colleague where the responsible member can no longer work.
     */
    public boolean mayDoByHand(Enterprise enterprise, CurrentUser person) {
        String member = enterprise.responsibleMember();
        if (!personalData.worksWithOwners(person)) {
            return false;
        }
        return person.id().equals(member)
                || !units.headedBy(person).isEmpty()
                || member == null
                || !users.mayBeResponsible(member)
                || deputies.standsFor(person.id(), member);
    }

    /**
     * Completes it as the person who asks. @throws Refusal {@code conflict} when a system works on it, or it is gone
     */
    public void doByHand(String id, Map<String, Object> answers) {
        byHand.complete(id, answers);
    }

    private Waiting waiting(ExternalTask task) {
        boolean stopped = task.getRetries() != null && task.getRetries() <= 0;
        return new Waiting(
                task.getId(),
                task.getProcessDefinitionKey(),
                task.getTopicName(),
                Step.stepName(task.getActivityId()),
                task.getCreateTime()
                        .toInstant()
                        .atZone(OutreachApplication.ZONE.toZoneId())
                        .toOffsetDateTime(),
                stopped,
                byHand.isLocked(task));
    }
}
