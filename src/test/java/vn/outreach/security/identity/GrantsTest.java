package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;

/** The grants as they stand in the database after a start, whatever stood there before. */
@Tag("both-databases")
class GrantsTest extends OutreachTest {

    private static final String LOOK = "READ READ_HISTORY READ_HISTORY_VARIABLE READ_INSTANCE READ_INSTANCE_VARIABLE READ_TASK"
            + " READ_TASK_VARIABLE";
    private static final String OWN = "READ READ_TASK READ_TASK_VARIABLE TASK_ASSIGN TASK_WORK";
    private static final String REPAIR = "DELETE_INSTANCE READ READ_INSTANCE RETRY_JOB SUSPEND SUSPEND_INSTANCE";

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Bootstrap bootstrap;

    @Autowired
    private HostCells hostCells;

    @Test
    void admissionsAreFewPeoples() {
        assertThat(onProcess("memberAdmission").map(row -> row.getGroupId() + ": " + names(row))).containsExactlyInAnyOrder(
                "organisationBoard: CREATE_INSTANCE " + LOOK + " TASK_ASSIGN TASK_WORK",
                "standingCommittee: " + LOOK + " TASK_ASSIGN TASK_WORK",
                "mobileCell: CREATE_INSTANCE " + OWN,
                "hostCells: CREATE_INSTANCE " + OWN,
                "youthUnion: " + OWN,
                "zoneUnion: " + OWN,
                "integrations: CREATE_INSTANCE READ READ_INSTANCE UPDATE_INSTANCE",
                "camunda-admin: " + REPAIR);
        assertThat(onProcess(ANY)).as("rights on whatever process").isEmpty();
    }

    @Test
    void cellsHaveTheirOwnAdmissionsAndNothingElse_inOneGroup() {
        assertThat(rowsOf("hostCells")).containsExactlyInAnyOrder(
                "APPLICATION tasklist ACCESS", "FILTER * READ", "GROUP ownCell READ",
                "PROCESS_DEFINITION memberAdmission CREATE_INSTANCE " + OWN,
                "PROCESS_DEFINITION caseEvent CREATE_INSTANCE READ", "PROCESS_INSTANCE * CREATE");
        long before = count();
        hostCells.create(enterprise(), "Thử");
        assertThat(count()).as("after a founded cell").isEqualTo(before);
    }

    @Test
    void aMemberOfACellReadsItsGroupAndNoOthers_andIsLetIntoTasklist() {
        String own = HostCells.groupOf(enterprise());
        String other = HostCells.groupOf(enterprise());
        List.of(own, other).forEach(this::group);
        User member = identities.newUser("memberof" + own);
        identities.saveUser(member);
        identities.createMembership(member.getId(), own);
        as(member.getId(), () -> {
            assertThat(identities.createGroupQuery().listPage(0, 100)).extracting(Group::getId).containsExactly(own);
            assertThat(identities.createGroupQuery().groupId(other).count()).isZero();
        });
        assertThat(authorizations.isUserAuthorized(
                member.getId(), List.of(own), Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
        assertThat(authorizations.isUserAuthorized(
                member.getId(), List.of(own), Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isFalse();
        assertThat(authorizations.isUserAuthorized(
                member.getId(), List.of(), Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isFalse();
    }

    /** As many as no single statement takes on PostgreSQL; the start sent one parameter a cell. */
    @Test
    void theRightsOfAnOlderDatabasesCellsGo_howeverManyCellsThereAre() {
        List<String> today = all();
        String digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
        jdbc.sql("insert into ACT_ID_GROUP (ID_, REV_, NAME_, TYPE_)"
                + " select 'cell' || cast(9000000000 + a.n * 10000 + b.n * 1000 + c.n * 100 + d.n * 10 + e.n as varchar), 1, 'Chi bộ', 'WORKFLOW'"
                + " from " + digits + " a(n), " + digits + " b(n), " + digits + " c(n), " + digits + " d(n), " + digits + " e(n)"
                + " where a.n < 7").update();
        try {
            jdbc.sql("insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)"
                    + " select 'old' || ID_, 1, 1, ID_, 6, 'memberAdmission', 2 from ACT_ID_GROUP where ID_ like 'cell900000%'").update();
            assertThat(all()).hasSizeGreaterThan(today.size());
            bootstrap.units();
            assertThat(all()).isEqualTo(today);
        } finally {
            jdbc.sql("delete from ACT_ID_GROUP where ID_ like 'cell90000%' and NAME_ = 'Chi bộ'").update();
        }
    }

    @Test
    void administratorsDoNobodysWork() {
        assertThat(rowsOf("camunda-admin").stream().filter(row -> !row.startsWith("PROCESS_DEFINITION") && !row.startsWith("BATCH * ")))
                .containsExactlyInAnyOrder(
                "APPLICATION * ACCESS",
                "USER * CREATE DELETE READ UPDATE",
                "GROUP * CREATE DELETE READ UPDATE",
                "GROUP camunda-admin READ",
                "GROUP_MEMBERSHIP * CREATE DELETE",
                "AUTHORIZATION * CREATE DELETE READ UPDATE",
                "FILTER * CREATE DELETE READ UPDATE",
                "DEPLOYMENT * CREATE DELETE READ",
                "DECISION_DEFINITION * CREATE_INSTANCE READ",
                "DECISION_REQUIREMENTS_DEFINITION * READ",
                "SYSTEM * READ",
                "OPERATION_LOG_CATEGORY Admin READ");
        assertThat(rowsOf("camunda-admin")).contains(
                "PROCESS_DEFINITION caseEvent " + REPAIR,
                "PROCESS_DEFINITION survey DELETE_HISTORY DELETE_INSTANCE MIGRATE_INSTANCE " + LOOK
                        + " RETRY_JOB SUSPEND SUSPEND_INSTANCE UPDATE_INSTANCE");
        assertThat(rowsOf("camunda-admin")).noneMatch(row -> row.contains("TASK_WORK") || row.contains("TASK_ASSIGN")
                || row.contains("UPDATE_TASK") || row.startsWith("PROCESS_DEFINITION") && row.contains("CREATE_INSTANCE"));
    }

    @Test
    void steeringBoardAndSystemsHaveWhatTheyNeed() {
        assertThat(rowsOf("steeringBoard").stream().filter(row -> row.contains("TASK_WORK")))
                .containsExactly(
                        "PROCESS_DEFINITION annualPlan " + LOOK + " TASK_ASSIGN TASK_WORK",
                        "PROCESS_DEFINITION ownerPersuasion " + LOOK + " TASK_ASSIGN TASK_WORK");
        assertThat(rowsOf("steeringBoard")).contains("APPLICATION cockpit ACCESS", "APPLICATION tasklist ACCESS",
                "DECISION_DEFINITION * READ", "DECISION_REQUIREMENTS_DEFINITION * READ")
                .noneMatch(row -> row.startsWith("PROCESS_INSTANCE") || row.contains("CREATE"));
        assertThat(rowsOf("integrations")).noneMatch(row -> row.contains("VARIABLE") || row.contains("TASK") || row.contains("HISTORY")
                || row.startsWith("APPLICATION") || row.startsWith("USER") || row.startsWith("FILTER"));
        assertThat(rowsOf("integrations").stream().filter(row -> row.contains(" READ_INSTANCE"))).containsExactlyInAnyOrder(
                "PROCESS_DEFINITION survey READ_INSTANCE UPDATE_INSTANCE",
                "PROCESS_DEFINITION memberAdmission CREATE_INSTANCE READ READ_INSTANCE UPDATE_INSTANCE");
    }

    @Test
    void anOlderDatabaseIsBroughtToWhatConfigurationSays_andHandMadeGroupsStay() {
        List<String> today = all();
        for (Resources resource : List.of(Resources.PROCESS_DEFINITION, Resources.TASK, Resources.PROCESS_INSTANCE)) {
            grant("camunda-admin", resource, ANY, Permissions.ALL);
        }
        grant("committeeOffice", Resources.PROCESS_DEFINITION, "memberAdmission", ProcessDefinitionPermissions.READ_HISTORY);
        widen("mobileCell", "memberAdmission", ProcessDefinitionPermissions.READ_INSTANCE);
        widen("camunda-admin", "survey", ProcessDefinitionPermissions.TASK_WORK);
        lose("youthUnion", "memberAdmission");
        group("visitors");
        grant("visitors", Resources.PROCESS_DEFINITION, "survey", ProcessDefinitionPermissions.READ);
        List<String> handMade = rowsOf("visitors");
        assertThat(all()).isNotEqualTo(today);
        try {
            bootstrap.units();
            assertThat(rowsOf("visitors")).isEqualTo(handMade).contains("PROCESS_DEFINITION survey READ");
        } finally {
            rows(query -> query.groupIdIn("visitors")).forEach(row -> authorizations.deleteAuthorization(row.getId()));
            identities.deleteGroup("visitors");
        }
        assertThat(all()).isEqualTo(today);
    }

    @Test
    void aStartThatChangesNothingAsksLittle() {
        bootstrap.units();
        assertThat(Jdbc.of(bootstrap::units).statements()).isLessThan(12);
    }

    @Test
    void whatPeopleMakeLeavesNoRightBehind() {
        long before = count();
        Filter filter = filters.newTaskFilter("Thử");
        filter.setOwner("admin");
        as("admin", () -> filters.saveFilter(filter));
        assertThat(count()).as("after a filter").isEqualTo(before);
        filters.deleteFilter(filter.getId());
        String code = enterprise();
        ProcessInstance instance = startPhase("survey", code);
        var batch = runtime.setVariablesAsync(List.of(instance.getId()), vars("stage", "x"));
        assertThat(count()).as("after a batch").isEqualTo(before);
        management.deleteBatch(batch.getId(), true);
        identities.setAuthentication("organisation", List.of());
        try {
            var config = (ProcessEngineConfigurationImpl)
                    ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration();
            String deployment = config.getCommandExecutorTxRequired().execute(command -> command.runWithoutAuthorization(() ->
                    repository.createDeployment().addString("x.txt", "x").deploy().getId()));
            identities.clearAuthentication();
            assertThat(count()).as("after a deployment").isEqualTo(before);
            repository.deleteDeployment(deployment);
        } finally {
            identities.clearAuthentication();
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aNewUserMayChangeTheOwnAccountAndNotDeleteIt() {
        User user = identities.newUser("newcomer");
        user.setPassword("Mat-khau-thu-2026!x");
        identities.saveUser(user);
        try {
            as("newcomer", () -> {
                User own = identities.createUserQuery().userId("newcomer").singleResult();
                own.setLastName("Mới");
                identities.saveUser(own);
                assertThatThrownBy(() -> identities.deleteUser("newcomer")).isInstanceOf(AuthorizationException.class);
                assertThat(identities.createUserQuery().userId("officer1").count()).isZero();
            });
        } finally {
            identities.deleteUser("newcomer");
        }
    }

    @Test
    void anAdministratorRepairsAnAdmissionWithoutReadingIt() {
        String code = enterprise("owner_agreed_on", today().minusDays(9));
        ProcessInstance admission = start("organisation", "memberAdmission", "enterpriseCode", code);
        String task = tasks.createTaskQuery().processInstanceId(admission.getId()).singleResult().getId();
        as("admin", () -> {
            assertThat(runtime.createProcessInstanceQuery().processInstanceId(admission.getId()).count()).isOne();
            assertThat(runtime.getActivityInstance(admission.getId())).isNotNull();
            assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(admission.getId()).count()).isZero();
            assertThat(tasks.createTaskQuery().processInstanceId(admission.getId()).count()).isZero();
            assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(admission.getId()).count()).isZero();
            for (Runnable act : List.<Runnable>of(
                    () -> runtime.getVariables(admission.getId()),
                    () -> tasks.getVariables(task),
                    () -> tasks.complete(task, vars("consentGiven", true)),
                    () -> tasks.setAssignee(task, "admin"),
                    () -> runtime.setVariable(admission.getId(), "abroad", true))) {
                // The engine's missing grant, or the product's guard of tasks before it.
                assertThatThrownBy(act::run).isInstanceOfAny(AuthorizationException.class, RestException.class);
            }
            runtime.suspendProcessInstanceById(admission.getId());
            runtime.activateProcessInstanceById(admission.getId());
            runtime.deleteProcessInstance(admission.getId(), "hỏng");
        });
    }

    // --- rows ------------------------------------------------------------------------------------------------------

    private List<String> all() {
        return rows(query -> query).map(row -> row.getGroupId() + " " + line(row)).sorted().toList();
    }

    private List<String> rowsOf(String group) {
        return rows(query -> query.groupIdIn(group)).map(GrantsTest::line).sorted().toList();
    }

    private Stream<Authorization> onProcess(String key) {
        return rows(query -> query.resourceType(Resources.PROCESS_DEFINITION).resourceId(key));
    }

    private Stream<Authorization> rows(
            Function<AuthorizationQuery, AuthorizationQuery> which) {
        return which.apply(authorizations.createAuthorizationQuery().authorizationType(AUTH_TYPE_GRANT)).list().stream()
                .filter(row -> row.getGroupId() != null);
    }

    private static String line(Authorization row) {
        return resource(row) + " " + row.getResourceId() + " " + names(row);
    }

    private static Resources resource(Authorization row) {
        return Arrays.stream(Resources.values()).filter(one -> one.resourceType() == row.getResourceType()).findFirst().orElseThrow();
    }

    private static String names(Authorization row) {
        Permission[] known = switch (resource(row)) {
            case PROCESS_DEFINITION -> ProcessDefinitionPermissions.values();
            case BATCH -> BatchPermissions.values();
            case SYSTEM -> SystemPermissions.values();
            case OPERATION_LOG_CATEGORY -> UserOperationLogCategoryPermissions.values();
            default -> Permissions.values();
        };
        return Arrays.stream(known)
                .filter(one -> one.getValue() != 0 && one.getValue() != Integer.MAX_VALUE && row.isPermissionGranted(one))
                .map(Permission::getName)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization row = rows(query -> query.groupIdIn(group).resourceType(resource).resourceId(id)).findFirst()
                .orElseGet(() -> authorizations.createNewAuthorization(AUTH_TYPE_GRANT));
        row.setGroupId(group);
        row.setResource(resource);
        row.setResourceId(id);
        Arrays.stream(permissions).forEach(row::addPermission);
        authorizations.saveAuthorization(row);
    }

    private void widen(String group, String process, Permission permission) {
        grant(group, Resources.PROCESS_DEFINITION, process, permission);
    }

    private void lose(String group, String process) {
        authorizations.deleteAuthorization(
                onProcess(process).filter(row -> row.getGroupId().equals(group)).findFirst().orElseThrow().getId());
    }

    private void group(String id) {
        Group group = identities.newGroup(id);
        group.setName(id);
        identities.saveGroup(group);
    }

    private long count() {
        return jdbc.sql("select count(*) from ACT_RU_AUTHORIZATION").query(Long.class).single();
    }
}
