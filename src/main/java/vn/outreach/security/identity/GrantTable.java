package vn.outreach.security.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import vn.outreach.base.value.ProcessKeys;

/**
 * Which group may do what, before it is written. Rights stand on process definitions, never on a task or an instance:
 * an authorized query looks at every row there is.
 */
final class GrantTable {

    /** Processes whose variables or history carry references of candidates: an administrator sees that they run. */
    private static final Set<String> ABOUT_PEOPLE = Set.of(ProcessKeys.MEMBER_ADMISSION, ProcessKeys.CASE_EVENT);

    private static final Permission[] LOOK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE
    };
    /** The engine narrows none of these to a unit's own tasks; the package engine does. */
    private static final Permission[] OWN_TASKS = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.TASK_WORK,
        ProcessDefinitionPermissions.TASK_ASSIGN
    };

    private static final Permission[] START = {
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE
    };
    /** What a failed job or a stuck case needs; nothing with which an officer's task could be done. */
    private static final Permission[] REPAIR = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.RETRY_JOB,
        ProcessDefinitionPermissions.SUSPEND,
        ProcessDefinitionPermissions.SUSPEND_INSTANCE,
        ProcessDefinitionPermissions.DELETE_INSTANCE
    };

    /** A row of the engine's table: one group, one kind of thing, one thing of that kind or any. */
    record Key(String group, int resourceType, String resourceId) {}

    private final Map<Key, Set<Permission>> rows = new LinkedHashMap<>();

    Map<Key, Set<Permission>> rows() {
        return rows;
    }

    GrantTable unit(Units.Unit unit) {
        String group = unit.id();
        allow(group, Resources.GROUP, group, Permissions.READ);
        if (!unit.apps().isEmpty()) {
            unit.apps().forEach(app -> allow(group, Resources.APPLICATION, app, Permissions.ACCESS));
            allow(group, Resources.FILTER, ANY, Permissions.READ);
            allow(group, Resources.USER, ANY, Permissions.READ);
            allow(group, Resources.GROUP, ANY, Permissions.READ);
        }
        if (unit.apps().contains("cockpit")) {
            // The rules themselves; what was decided about whom is in the history, and none of these.
            allow(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
            allow(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        }
        unit.reads().forEach(process -> onProcess(group, process, LOOK));
        unit.worksOn().forEach(process -> {
            onProcess(group, process, LOOK);
            // Assigning too: without it nobody could give a task back. Whose task it is, the guards of the package
            // engine say.
            onProcess(group, process, ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.TASK_ASSIGN);
        });
        unit.ownTasks().forEach(process -> onProcess(group, process, OWN_TASKS));
        unit.starts().forEach(process -> starts(group, process));
        unit.messages().forEach(process -> onProcess(group, process, ProcessDefinitionPermissions.UPDATE_INSTANCE));
        unit.works()
                .forEach(process -> onProcess(
                        group,
                        process,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE));
        return this;
    }

    /**
     * The Party cells of enterprises: each sees, does and begins its own admissions. Which are its own, and which group
     * it may read, the package engine says.
     */
    GrantTable hostCells() {
        String group = HostCells.ALL;
        allow(group, Resources.GROUP, HostCells.OWN, Permissions.READ);
        allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        allow(group, Resources.FILTER, ANY, Permissions.READ);
        onProcess(group, ProcessKeys.MEMBER_ADMISSION, OWN_TASKS);
        starts(group, ProcessKeys.MEMBER_ADMISSION);
        starts(group, ProcessKeys.CASE_EVENT);
        return this;
    }

    /**
     * Users, groups and what broke; cases to read. Processes are named one by one, because a right on any of them would
     * open those that carry references of candidates.
     */
    GrantTable administrators(String group, Collection<String> processes) {
        allow(group, Resources.APPLICATION, ANY, Permissions.ACCESS);
        allow(group, Resources.USER, ANY, Permissions.ALL);
        allow(group, Resources.GROUP, ANY, Permissions.ALL);
        allow(group, Resources.GROUP, group, Permissions.READ);
        allow(group, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        allow(group, Resources.AUTHORIZATION, ANY, Permissions.ALL);
        allow(group, Resources.FILTER, ANY, Permissions.ALL);
        // The access rules let through what of these is switched on (outreach.operations).
        allow(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE, Permissions.DELETE);
        allow(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.CREATE_INSTANCE);
        allow(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        allow(group, Resources.BATCH, ANY, Permissions.ALL);
        allow(group, Resources.SYSTEM, ANY, SystemPermissions.READ);
        // Other categories name what was done to tasks, those of admissions too.
        allow(group, Resources.OPERATION_LOG_CATEGORY, "Admin", UserOperationLogCategoryPermissions.READ);
        processes.forEach(process -> repairs(group, process));
        return this;
    }

    private void repairs(String group, String process) {
        onProcess(group, process, REPAIR);
        if (!ABOUT_PEOPLE.contains(process)) {
            onProcess(group, process, LOOK);
            // Retries of external tasks ask for no less.
            onProcess(
                    group,
                    process,
                    ProcessDefinitionPermissions.UPDATE_INSTANCE,
                    ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                    ProcessDefinitionPermissions.DELETE_HISTORY);
        }
    }

    private void starts(String group, String process) {
        onProcess(group, process, START);
        allow(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void onProcess(String group, String process, Permission... permissions) {
        allow(group, Resources.PROCESS_DEFINITION, process, permissions);
    }

    private void allow(String group, Resource resource, String resourceId, Permission... permissions) {
        rows.computeIfAbsent(new Key(group, resource.resourceType(), resourceId), row -> new HashSet<>())
                .addAll(Arrays.asList(permissions));
    }
}
