package vn.outreach.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes groups and gives them rights on process definitions; never a right per task or instance. Safe to repeat. */
@Component
public class Grants {

    private static final String WORKFLOW = "WORKFLOW";
    private static final Permission[] LOOK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_TASK
    };
    /** Assigning too: without it nobody could give a task back. Whose task it is, the engine room's guards say. */
    private static final Permission[] WORK =
            with(LOOK, ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.TASK_ASSIGN);
    private static final Permission[] START = {
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE
    };

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    Grants(@Lazy IdentityService identities, @Lazy AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    void unit(Units.Unit unit) {
        group(unit.id(), unit.name(), WORKFLOW);
        if (!unit.apps().isEmpty()) {
            unit.apps().forEach(app -> grant(unit.id(), Resources.APPLICATION, app, Permissions.ACCESS));
            grant(unit.id(), Resources.FILTER, ANY, Permissions.READ);
            grant(unit.id(), Resources.USER, ANY, Permissions.READ);
            grant(unit.id(), Resources.GROUP, ANY, Permissions.READ);
        }
        unit.reads().forEach(process -> grant(unit.id(), Resources.PROCESS_DEFINITION, process, LOOK));
        unit.worksOn().forEach(process -> worksOn(unit.id(), process));
        unit.starts().forEach(process -> starts(unit.id(), process));
        unit.messages().forEach(process -> grant(
                unit.id(),
                Resources.PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE));
    }

    /**
     * A Party cell of an enterprise: the group that hosts its admissions (lifecycle.md §1 {@code hostCell}). Made within
     * a step of a process, where the engine writes at the end: a query sees no grant made before, so each is made once.
     */
    void hostCell(String groupId, String name) {
        group(groupId, name, WORKFLOW);
        grant(groupId, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(groupId, Resources.FILTER, ANY, Permissions.READ);
        grant(groupId, Resources.PROCESS_DEFINITION, "memberAdmission", with(WORK, START));
        grant(groupId, Resources.PROCESS_DEFINITION, "caseEvent", START);
        grant(groupId, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** The cells that an earlier release made get what cells get now. */
    void hostCells() {
        identities.createGroupQuery().groupType(WORKFLOW).list().stream()
                .filter(group -> group.getId().matches("cell[0-9]+"))
                .forEach(cell -> hostCell(cell.getId(), cell.getName()));
    }

    void administrators(String groupId) {
        group(groupId, "Quản trị hệ thống", "SYSTEM");
        for (Resource resource : Resources.values()) {
            grant(groupId, resource, ANY, Permissions.ALL);
        }
    }

    private void worksOn(String group, String process) {
        grant(group, Resources.PROCESS_DEFINITION, process, WORK);
    }

    private void starts(String group, String process) {
        grant(group, Resources.PROCESS_DEFINITION, process, START);
        grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private static Permission[] with(Permission[] some, Permission... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(Permission[]::new);
    }

    private void group(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        boolean changed = grant.getId() == null;
        for (Permission permission : permissions) {
            if (!grant.isPermissionGranted(permission)) {
                grant.addPermission(permission);
                changed = true;
            }
        }
        if (changed) {
            authorizations.saveAuthorization(grant);
        }
    }
}
