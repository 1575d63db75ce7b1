package vn.outreach.security.identity;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the groups of the product and brings their rights to what configuration says: what is missing is added, what is
 * too much is taken away. Groups that an administrator made by hand are left alone. Safe to repeat, and then a few
 * queries.
 */
@Component
public class Grants {

    private static final String WORKFLOW = "WORKFLOW";
    /** PostgreSQL takes 65,535 parameters a statement. */
    private static final int AT_ONCE = 1000;

    private static final List<Permission> KNOWN = Stream.<Permission[]>of(
                    Permissions.values(),
                    ProcessDefinitionPermissions.values(),
                    ProcessInstancePermissions.values(),
                    TaskPermissions.values(),
                    BatchPermissions.values(),
                    SystemPermissions.values(),
                    UserOperationLogCategoryPermissions.values())
            .flatMap(Stream::of)
            .filter(permission -> permission.getValue() != Permissions.NONE.getValue())
            .filter(permission -> permission.getValue() != Permissions.ALL.getValue())
            .toList();

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Grants(
            @Lazy IdentityService identities,
            @Lazy AuthorizationService authorizations,
            @Lazy RepositoryService repository,
            JdbcClient jdbc) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Every group of the product with its rights, and no right beyond them. */
    void settle(Collection<Units.Unit> units, String administrators) {
        List<String> there =
                identities.createGroupQuery().list().stream().map(Group::getId).toList();
        withoutRights(there.stream().filter(AdmissionVisibility::isOwnCell).toList());
        List<String> own = new ArrayList<>();
        GrantTable table = new GrantTable();
        make(HostCells.ALL, "Chi bộ doanh nghiệp", WORKFLOW, there);
        table.hostCells();
        own.add(HostCells.ALL);
        make(administrators, "Quản trị hệ thống", "SYSTEM", there);
        table.administrators(administrators, processes());
        own.add(administrators);
        for (Units.Unit unit : units) {
            make(unit.id(), unit.name(), WORKFLOW, there);
            table.unit(unit);
            own.add(unit.id());
        }
        write(table, rowsOf(own));
    }

    /**
     * A Party cell of an enterprise: the group that hosts its admissions (lifecycle.md §1 {@code hostCell}). Its
     * members have the rights of {@link HostCells#ALL}.
     */
    void hostCell(String groupId, String name) {
        if (identities.createGroupQuery().groupId(groupId).count() == 0) {
            make(groupId, name, WORKFLOW, List.of());
        }
    }

    /** Each cell had rights of its own once: seven rows a cell in a table that every look at rights reads. */
    private void withoutRights(List<String> cells) {
        Set<String> granted = new HashSet<>(jdbc.sql(
                        "select distinct GROUP_ID_ from ACT_RU_AUTHORIZATION where TYPE_ = 1 and GROUP_ID_ like 'cell%'")
                .query(String.class)
                .list());
        List<String> older = cells.stream().filter(granted::contains).toList();
        for (int from = 0; from < older.size(); from += AT_ONCE) {
            jdbc.sql("delete from ACT_RU_AUTHORIZATION where TYPE_ = 1 and GROUP_ID_ in (:cells)")
                    .param("cells", older.subList(from, Math.min(from + AT_ONCE, older.size())))
                    .update();
        }
    }

    private List<String> processes() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }

    private void make(String id, String name, String type, List<String> there) {
        if (!there.contains(id)) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private Map<GrantTable.Key, Authorization> rowsOf(List<String> groups) {
        Map<GrantTable.Key, Authorization> rows = new HashMap<>();
        authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(groups.toArray(String[]::new))
                .list()
                .forEach(row -> rows.put(
                        new GrantTable.Key(row.getGroupId(), row.getResourceType(), row.getResourceId()), row));
        return rows;
    }

    private void write(GrantTable wanted, Map<GrantTable.Key, Authorization> there) {
        Map<GrantTable.Key, Authorization> surplus = new HashMap<>(there);
        wanted.rows().forEach((key, permissions) -> {
            Authorization row = surplus.remove(key);
            if (row == null) {
                save(fresh(key), permissions);
            } else if (!values(permissions, key.resourceType()).equals(granted(row))) {
                save(row, permissions);
            }
        });
        surplus.values().forEach(row -> authorizations.deleteAuthorization(row.getId()));
    }

    private Authorization fresh(GrantTable.Key key) {
        Authorization row = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        row.setGroupId(key.group());
        row.setResourceType(key.resourceType());
        row.setResourceId(key.resourceId());
        return row;
    }

    private void save(Authorization row, Set<Permission> permissions) {
        row.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }

    private static Set<Integer> granted(Authorization row) {
        return of(row.getResourceType())
                .filter(row::isPermissionGranted)
                .map(Permission::getValue)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> values(Set<Permission> permissions, int resourceType) {
        boolean all = permissions.contains(Permissions.ALL);
        Stream<Permission> meant = all ? of(resourceType) : permissions.stream();
        return meant.map(Permission::getValue).collect(Collectors.toSet());
    }

    private static Stream<Permission> of(int resourceType) {
        return KNOWN.stream()
                .filter(permission ->
                        Arrays.stream(permission.getTypes()).anyMatch(type -> type.resourceType() == resourceType));
    }
}
