package vn.outreach.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;

/** What people do to the engine past their tasks is in the audit, one row each, whichever API they use. */
class AuditWiringTest extends OutreachTest {

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EnterpriseService register;

    @Autowired
    private Candidates candidates;

    @Autowired
    private AuditCheck check;

    @Autowired
    private AuditTrail trail;

    private long start;

    @BeforeEach
    void end() {
        start = jdbc.sql("select id from audit_head").query(Long.class).single();
    }

    // --- accounts and grants -----------------------------------------------------------------------------------------

    @Test
    void aUserIsMade_changed_putIntoAGroup_takenOutAndDeleted_andNoPasswordIsKept() {
        User user = identities.newUser("audited");
        user.setPassword("Mat-khau-bi-mat-1");
        as("admin", () -> {
            identities.saveUser(user);
            User changed = identities.createUserQuery().userId("audited").singleResult();
            changed.setPassword("Mat-khau-bi-mat-2");
            identities.saveUser(changed);
            identities.createMembership("audited", "heads");
            identities.deleteMembership("audited", "heads");
            identities.deleteUser("audited");
        });

        assertThat(said()).containsExactly(
                "admin ACCOUNT_CHANGED User audited Create: null → null",
                "admin ACCOUNT_CHANGED User audited Update: null → null",
                "admin ACCOUNT_CHANGED User audited membership: null → heads",
                "admin ACCOUNT_CHANGED User audited membership: heads → null",
                "admin ACCOUNT_CHANGED User audited Delete: null → null");
        assertThat(jdbc.sql("select * from audit").query().listOfRows().toString()).doesNotContain("bi-mat");
    }

    @Test
    void aGrantIsMade_changedAndDeleted() {
        as("admin", () -> {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId("heads");
            grant.setResource(Resources.FILTER);
            grant.setResourceId("audited");
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
            grant.addPermission(Permissions.UPDATE);
            authorizations.saveAuthorization(grant);
            authorizations.deleteAuthorization(grant.getId());
        });

        assertThat(said()).containsExactly(
                "admin GRANT_CHANGED Group heads Create GRANT Filter audited: null → READ",
                "admin GRANT_CHANGED Group heads Update GRANT Filter audited: READ → READ, UPDATE",
                "admin GRANT_CHANGED Group heads Delete GRANT Filter audited: READ, UPDATE → null");
    }

    // --- whose task --------------------------------------------------------------------------------------------------

    @Test
    void aTaskIsClaimed_givenBack_assignedAndDelegated() {
        Task task = unassigned();
        as("officer2", () -> tasks.claim(task.getId(), "officer2"));
        as("officer2", () -> tasks.claim(task.getId(), null));
        as("officer1", () -> tasks.setAssignee(task.getId(), "officer3"));

        String row = " ASSIGNED Task " + task.getId();
        assertThat(said()).containsExactly(
                "officer2" + row + " Claim: assignee: null → officer2",
                "officer2" + row + " Claim: assignee: officer2 → null",
                "officer1" + row + " Assign: assignee: null → officer3");
    }

    @Test
    void severalPropertiesOfOneAct_areOneRow() {
        Task task = unassigned();
        as("officer1", () -> {
            tasks.setAssignee(task.getId(), "officer1");
            tasks.delegateTask(task.getId(), "officer2");
        });

        assertThat(said()).last().satisfies(row -> {
            assertThat((String) row).startsWith("officer1 ASSIGNED Task " + task.getId() + " Delegate: ");
            assertThat((String) row).contains("assignee=officer2", "owner=officer1", "delegation=PENDING");
        });
        assertThat(said()).hasSize(2);
    }

    @Test
    void anotherResponsibleMember_isOneRowForTheEnterpriseAndOneForEachTask() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");
        as("organisation", () -> transaction.executeWithoutResult(
                status -> register.changeResponsibleMember(code, "officer2")));

        assertThat(said()).containsExactly(
                "organisation ASSIGNED Task " + task.getId() + " Assign: assignee: officer1 → officer2",
                "organisation ASSIGNED Enterprise " + code + " responsibleMember: officer1 → officer2");
    }

    // --- repairs -----------------------------------------------------------------------------------------------------

    @Test
    void aProcessIsRepaired() {
        ProcessInstance survey = startPhase("survey", enterprise());
        String id = survey.getId();
        as("admin", () -> {
            runtime.suspendProcessInstanceById(id);
            runtime.activateProcessInstanceById(id);
            runtime.setVariable(id, "planYear", 2027);
            runtime.setVariable(id, "obstacles", "x");
            runtime.removeVariable(id, "obstacles");
            runtime.createProcessInstanceModification(id)
                    .startBeforeActivity("userTask_scheduleSurvey")
                    .execute();
            runtime.deleteProcessInstance(id, "Nhập nhầm");
        });

        String row = "admin REPAIRED ProcessInstance " + id;
        String variable = "admin REPAIRED Variable " + id;
        assertThat(said()).containsExactly(
                row + " Suspend: suspensionState: null → suspended",
                row + " Activate: suspensionState: null → active",
                variable + " SetVariable: planYear: 2026 → 2027",
                variable + " SetVariable: obstacles: null → x",
                variable + " RemoveVariable: obstacles: x → null",
                row + " ModifyProcessInstance: null → null",
                row + " Delete: null → null");
    }

    @Test
    void retriesIncidentsAndDeployments_areToldToo() {
        String code = enterprise();
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        String letter = externalTasks.createExternalTaskQuery().topicName("sendOfficialLetter").list().stream()
                .filter(open -> code.equals(open.getBusinessKey()))
                .findFirst()
                .orElseThrow()
                .getId();
        end();
        String deployment = as("admin", () -> {
            externalTasks.setRetries(letter, 3);
            String id = repository.createDeployment().addString("audited.txt", "x").deploy().getId();
            repository.deleteDeployment(id);
            return id;
        });

        assertThat(said()).contains(
                "admin REPAIRED ExternalTask " + letter + " SetExternalTaskRetries: retries: null → 3",
                "admin REPAIRED Deployment " + deployment + " Delete: cascade: null → false");
        assertThat(said()).anyMatch(row -> row.startsWith("admin REPAIRED Deployment " + deployment + " Create"));
    }

    @Test
    void ofAnAdmission_noValueIsTold() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 3, 2));
        String ref = transaction.execute(status -> candidates.allocate(code));
        String id = start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref).getId();
        end();
        Authorization more = mayChangeAdmissions();
        try {
            as("admin", () -> {
                runtime.setVariables(id, vars("cellVote", "PASSED", "decidingBody", "SUPERIOR_STANDING_COMMITTEE"));
                runtime.deleteProcessInstance(id, "Lê Thị Sao xin thôi");
            });
        } finally {
            authorizations.deleteAuthorization(more.getId());
        }

        assertThat(said()).contains(
                "admin REPAIRED Variable " + id + " SetVariable: cellVote, decidingBody: null → null",
                "admin REPAIRED ProcessInstance " + id + " Delete: null → null");
    }

    /** No administrator has this right by itself; one who was given it is recorded all the same. */
    private Authorization mayChangeAdmissions() {
        Authorization more = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        more.setUserId("admin");
        more.setResource(Resources.PROCESS_DEFINITION);
        more.setResourceId("memberAdmission");
        more.addPermission(ProcessDefinitionPermissions.UPDATE_INSTANCE);
        return authorizations.saveAuthorization(more);
    }

    // --- what is not told --------------------------------------------------------------------------------------------

    @Test
    void workOnACase_isTheLedgers() {
        String code = enterprise();
        as("officer1", () -> runtime.startProcessInstanceByKey("enterpriseOutreach", vars("enterpriseCode", code)));
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");

        assertThat(said()).isEmpty();
    }

    @Test
    void whatTheProductDoesByItself_isNotToldAsAPersons() {
        tasks.setAssignee(unassigned().getId(), "officer3");

        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsRolledBack_leavesNothing() {
        Task task = unassigned();
        as("officer2", () -> transaction.executeWithoutResult(status -> {
            tasks.claim(task.getId(), "officer2");
            status.setRollbackOnly();
        }));

        assertThat(said()).isEmpty();
    }

    // --- refusals ----------------------------------------------------------------------------------------------------

    @Test
    void theWrongPerson_isToldThoughAllWasRolledBack_andTheTaskIsUntouched() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");

        assertThatThrownBy(() -> as("officer2", () -> tasks.complete(task.getId(), vars("surveyDate", today().toString()))))
                .hasMessageContaining("đang do Nguyễn Thị Hạnh làm");

        assertThat(said()).containsExactly("officer2 ACCESS_REFUSED CompleteTaskCmd " + task.getId() + " wrong-person: null → null");
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo("officer1");
        assertThat(ledger(code)).isEmpty();
    }

    @Test
    void whoHasNoGrant_isToldToo() {
        String id = startPhase("survey", enterprise()).getId();

        assertThatThrownBy(() -> as("officer1", () -> runtime.deleteProcessInstance(id, "x"))).isNotNull();

        assertThat(said()).hasSize(1).first().asString()
                .startsWith("officer1 ACCESS_REFUSED DeleteProcessInstanceCmd ")
                .endsWith("grant-missing: null → null");
    }

    @Test
    void aRefusalInsideALargerTransaction_isToldOnceItIsOver() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");

        assertThatThrownBy(() -> as("officer2", () -> transaction.executeWithoutResult(
                        status -> tasks.complete(task.getId(), vars("surveyDate", today().toString())))))
                .isNotNull();

        assertThat(said()).containsExactly("officer2 ACCESS_REFUSED CompleteTaskCmd " + task.getId() + " wrong-person: null → null");
    }

    @Test
    void aMissingField_isNoRefusal() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");

        assertThatThrownBy(() -> as("officer1", () -> tasks.complete(task.getId()))).isNotNull();

        assertThat(said()).isEmpty();
    }

    @Test
    void allOfItIsOneChain() {
        String task = unassigned().getId();
        as("officer2", () -> tasks.claim(task, "officer2"));

        assertThat(check.verdict()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void howeverMuchOneTransactionTells_itIsOneRoundTrip() {
        Jdbc.Cost none = Jdbc.of(() -> transaction.executeWithoutResult(status -> end()));
        Jdbc.Cost three = Jdbc.of(() -> transaction.executeWithoutResult(status -> {
            end();
            for (int i = 0; i < 3; i++) {
                trail.record(AuditEntry.of(AuditAction.REPAIRED, "Job", "j-" + i));
            }
        }));

        assertThat(three.roundTrips() - none.roundTrips()).isEqualTo(1);
        assertThat(three.commits()).isEqualTo(none.commits());
    }

    /** A task of the officers that nobody is responsible for. */
    private Task unassigned() {
        String code = enterprise("responsible_member", null);
        startPhase("survey", code);
        return task(code, "scheduleSurvey");
    }

    /** What was recorded since the test began: who, what, to which thing, and from which value to which. */
    private List<String> said() {
        List<Map<String, Object>> rows =
                jdbc.sql("select * from audit where id > ? order by id").param(start).query().listOfRows();
        return rows.stream()
                .map(row -> "%s %s %s %s %s: %s → %s".formatted(
                        row.get("user_id"), row.get("action"), row.get("subject_type"), row.get("subject"),
                        row.get("property"), row.get("old_value"), row.get("new_value")))
                .toList();
    }
}
