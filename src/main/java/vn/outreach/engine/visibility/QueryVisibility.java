package vn.outreach.engine.visibility;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.security.identity.HostCells;
import vn.outreach.security.identity.KnownRevocations;
import vn.outreach.security.identity.OwnTaskReaders;

/**
 * The engine's checks of lists, with two of our own. Who sees only the own tasks of admissions finds no other one in
 * any list, count, filter or page. And who may see instances, but not their variables, does not find them by a
 * variable's value, which would tell it guess by guess. Everybody else's statements are the engine's.
 */
public final class QueryVisibility extends AuthorizationManager {

    private final OwnTaskReaders readers;

    public QueryVisibility(OwnTaskReaders readers) {
        this.readers = readers;
    }

    /**
     * All of the person's groups, with the one that has the rights of a cell's members: a group without grants matches
     * none, and to leave it out costs a look at all grants there are.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? new ArrayList<>() : new ArrayList<>(new LinkedHashSet<>(HostCells.withRights(groups)));
    }

    /** A login has looked already whether anything is revoked; the engine asks where nobody has logged in. */
    @Override
    protected boolean isRevokeAuthCheckEnabled(String userId, List<String> groups) {
        org.springframework.security.core.Authentication login =
                SecurityContextHolder.getContext().getAuthentication();
        return login != null
                        && login.getPrincipal() instanceof KnownRevocations person
                        && person.id().equals(userId)
                        && groups != null
                        && person.groups().equals(Set.copyOf(groups))
                ? person.isRevokedAnything()
                : super.isRevokeAuthCheckEnabled(userId, filterAuthenticatedGroupIds(groups));
    }

    /** A task or an instance has no grant of its own ({@link GroupsOnlyAuthorizations}), so none goes with it. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource != TASK && resource != PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        Authentication person = getCurrentAuthentication();
        if (check.isAuthorizationCheckEnabled()
                && readers.include(TaskVisibility.groupsOf(person))
                && !asksForOwn(query, person)) {
            // The engine's form for databases with revocations: it judges each row by itself, so that a row's own
            // columns can take part. The other form joins the table of grants and knows the process only.
            check.setRevokeAuthorizationCheckEnabled(true);
            check.setPermissionChecks(new PermissionCheckBuilder()
                    .disjunctive()
                    .atomicCheck(TASK, "RES.ID_", READ)
                    .atomicCheck(
                            PROCESS_DEFINITION,
                            processIfOwn(check.getAuthGroupIds().size()),
                            READ_TASK)
                    .build());
        }
    }

    /** A member of a cell reads its group, and no other cell's, by a right that all cells have in common. */
    @Override
    public void configureQuery(AbstractQuery query, Resource resource) {
        super.configureQuery(query, resource);
        AuthorizationCheck check = query.getAuthCheck();
        if (resource == GROUP
                && check.isAuthorizationCheckEnabled()
                && check.getAuthGroupIds().contains(HostCells.ALL)) {
            // Judges each row by itself; the other form knows nothing but the row's id.
            check.setRevokeAuthorizationCheckEnabled(true);
            check.setPermissionChecks(new PermissionCheckBuilder()
                    .atomicCheck(GROUP, groupOrOwnCell(check.getAuthGroupIds()), READ)
                    .build());
        }
    }

    @Override
    public void configureExecutionQuery(AbstractQuery query) {
        super.configureExecutionQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (check.isAuthorizationCheckEnabled() && asksForVariables(query)) {
            check.setPermissionChecks(new PermissionCheckBuilder()
                    .atomicCheck(PROCESS_DEFINITION, "P.KEY_", READ_INSTANCE_VARIABLE)
                    .build());
        }
    }

    /**
     * What Tasklist's filters ask is by itself no more than the person's own; their statements stay as fast as they
     * were.
     */
    private static boolean asksForOwn(TaskQueryImpl query, Authentication person) {
        if (person.getUserId().equals(query.getAssignee())) {
            return true;
        }
        if (query.getCandidateUser() != null || query.getCandidateGroupLike() != null) {
            return false;
        }
        List<String> asked = query.getCandidateGroups();
        return asked != null
                && !asked.isEmpty()
                && TaskVisibility.groupsOf(person).containsAll(asked);
    }

    private static boolean asksForVariables(AbstractQuery<?, ?> query) {
        if (query instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries().stream()
                    .anyMatch(part -> !part.getQueryVariableValues().isEmpty());
        }
        return query instanceof AbstractVariableQueryImpl<?, ?> asked
                && !asked.getQueryVariableValues().isEmpty();
    }

    /** The group's id, or the name that stands in the rights for the person's own cell. No value stands in the text. */
    private static String groupOrOwnCell(List<String> groups) {
        String own = IntStream.range(0, groups.size())
                .filter(place -> AdmissionVisibility.isOwnCell(groups.get(place)))
                .mapToObj("#{authCheck.authGroupIds[%d],jdbcType=VARCHAR}"::formatted)
                .collect(Collectors.joining(", "));
        return own.isEmpty()
                ? "RES.ID_"
                : "(case when RES.ID_ in (" + own + ") then '" + HostCells.OWN + "' else RES.ID_ end)";
    }

    /**
     * The task's process, or null where the task is of an admission and not the reader's own. No value stands in the
     * text.
     */
    private static String processIfOwn(int groups) {
        String me = "#{authCheck.authUserId,jdbcType=VARCHAR}";
        String mine = IntStream.range(0, groups)
                .mapToObj("#{authCheck.authGroupIds[%d],jdbcType=VARCHAR}"::formatted)
                .collect(Collectors.joining(", "));
        String candidate = "OWN.USER_ID_ = " + me + (groups == 0 ? "" : " or OWN.GROUP_ID_ in (" + mine + ")");
        return "(case when D.KEY_ <> '" + OwnTaskReaders.PROCESS + "' or RES.ASSIGNEE_ = " + me
                + " or exists (select 1 from ACT_RU_IDENTITYLINK OWN where OWN.TASK_ID_ = RES.ID_"
                + " and OWN.TYPE_ = 'candidate' and (" + candidate + ")) then D.KEY_ end)";
    }
}
