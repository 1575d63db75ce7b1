package vn.outreach.work.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.HostCells;
import vn.outreach.security.identity.OwnTaskReaders;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.security.identity.Systems;

/**
 * Which tasks a person sees, for lists that the product reads by SQL of its own: what the engine's lists show by grants
 * on processes and the engine's own checks of lists add. Grants on single tasks are not asked for; the product makes
 * none.
 */
@Component
public final class TaskListVisibility {

    private static final String GRANTED = """
            (select a.RESOURCE_ID_ from ACT_RU_AUTHORIZATION a where a.RESOURCE_TYPE_ = %d and mod(a.PERMS_ / %d, 2) = 1
                and (a.TYPE_ = %d or a.TYPE_ = %d and (a.USER_ID_ = :me or a.GROUP_ID_ in (:groups))))""".formatted(
                    Resources.PROCESS_DEFINITION.resourceType(),
                    ProcessDefinitionPermissions.READ_TASK.getValue(),
                    Authorization.AUTH_TYPE_GLOBAL,
                    Authorization.AUTH_TYPE_GRANT);
    private static final String OFFERED = """
            exists (select 1 from ACT_RU_IDENTITYLINK own where own.TASK_ID_ = t.ID_ and own.TYPE_ = 'candidate'
                and (own.USER_ID_ = :me or own.GROUP_ID_ in (:groups)))""";

    private static final String MEMBER = """
            exists (select 1 from ACT_ID_MEMBERSHIP m where m.USER_ID_ = t.ASSIGNEE_ and %s)""";
    private static final String INACTIVE = "(t.ASSIGNEE_ is not null and (not "
            + MEMBER.formatted("""
                    (m.GROUP_ID_ in (:workers) or exists (select 1 from ACT_RU_IDENTITYLINK unit where unit.TASK_ID_ = t.ID_
                        and unit.TYPE_ = 'candidate' and unit.GROUP_ID_ = m.GROUP_ID_))""")
            + " or " + MEMBER.formatted("m.GROUP_ID_ in (:systems)") + "))";

    private final OwnTaskReaders readers;
    private final PersonalData personalData;
    private final Systems systems;

    TaskListVisibility(OwnTaskReaders readers, PersonalData personalData, Systems systems) {
        this.readers = readers;
        this.personalData = personalData;
        this.systems = systems;
    }

    /** True for the tasks {@code t} of definitions {@code d} that the person sees; takes {@link #parameters}. */
    public String condition(CurrentUser person) {
        String granted = "(d.KEY_ in " + GRANTED + " or '*' in " + GRANTED + ")";
        return readers.include(person.groups())
                ? granted + " and (d.KEY_ <> '" + OwnTaskReaders.PROCESS + "' or t.ASSIGNEE_ = :me or " + OFFERED + ")"
                : granted;
    }

    /** True for the tasks {@code t} that are the person's, or offered to one of the person's units, taken or not. */
    public String own() {
        return "(t.ASSIGNEE_ = :me or " + OFFERED + ")";
    }

    /** True for the tasks {@code t} that are offered to one of the person's units. */
    public String ofUnits() {
        return OFFERED;
    }

    /**
     * True for the tasks {@code t} whose holder does no such work any more: no account, a member neither of the task's
     * units nor of one that works with owners, or a system. Takes {@link #parameters}.
     */
    public String ofInactive() {
        return INACTIVE;
    }

    public Map<String, Object> parameters(CurrentUser person) {
        Set<String> groups = orNone(HostCells.withRights(person.groups()));
        return new HashMap<>(Map.of(
                "me",
                person.id(),
                "groups",
                groups,
                "workers",
                orNone(personalData.unitsWithOwners()),
                "systems",
                orNone(systems.groups())));
    }

    /** A list must not be empty in SQL, and no group has this name. */
    private static Set<String> orNone(Collection<String> groups) {
        Set<String> all = new HashSet<>(groups);
        all.add("");
        return all;
    }
}
