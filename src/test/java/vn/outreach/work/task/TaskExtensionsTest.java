package vn.outreach.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.OutreachTest;

/** T21 of domain.md §0.4: a decision on admission is extended once by 30 working days, nothing else is. */
class TaskExtensionsTest extends OutreachTest {

    private static final CurrentUser COMMITTEE = SystemsFixture.person("committee", "standingCommittee");

    @Autowired
    private TaskExtensions extensions;

    @Autowired
    private Candidates candidates;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WorkingDays workingDays;

    @Test
    void aDecisionIsExtendedOnceByThirtyWorkingDays_andTheLedgerSaysSo() {
        at(LocalDate.of(2026, 10, 5));
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 3, 2));
        Task decision = atDecision(code);
        String due = decision.getDueDate().toInstant().toString();
        as("committee2", () -> tasks.claim(decision.getId(), "committee2"));

        as("committee", () -> extensions.extend(decision.getId(), "Chờ bổ sung hồ sơ", COMMITTEE));

        assertThat(row(code, "extension")).containsEntry("RESULT", "EXTENDED").containsEntry("RECORDED_BY", "committee");
        Task extended = tasks.createTaskQuery().taskId(decision.getId()).singleResult();
        assertThat(due).startsWith("2026-12-29");
        assertThat(extended.getDueDate().toInstant())
                .isEqualTo(workingDays.dueAt(LocalDate.of(2026, 12, 29), 30).toInstant());
        assertThat(told(code)).contains("task-extended:committee2");
        assertThat(jdbc.sql("select * from audit where action = 'DEADLINE_CHANGED' and subject = ?")
                        .param(decision.getId()).query().singleRow())
                .containsEntry("USER_ID", "committee").containsEntry("OLD_VALUE", "2026-12-29");
        assertThatThrownBy(() -> as("committee", () -> extensions.extend(decision.getId(), "Nữa", COMMITTEE)))
                .satisfies(failure -> assertThat(((Refusal) failure).code()).isEqualTo("extended-already"));
    }

    @Test
    void onlyTheHolderOrTheStandingCommitteeExtends() {
        Task decision = atDecision(enterprise("owner_agreed_on", LocalDate.of(2026, 3, 2)));
        CurrentUser organisation = SystemsFixture.person("organisation", "organisationBoard");
        assertThatThrownBy(() -> as("organisation", () -> extensions.extend(decision.getId(), "x", organisation)))
                .satisfies(failure -> assertThat(((Refusal) failure).code()).isEqualTo("wrong-person"));
    }

    @Test
    void aTaskWhoseRuleKnowsNoExtensionKeepsItsLimit() {
        String code = enterprise();
        startPhase("survey", code);
        Task schedule = task(code, "scheduleSurvey");
        CurrentUser officer = SystemsFixture.person("officer1", "outreachOfficers");
        assertThatThrownBy(() -> as("officer1", () -> extensions.extend(schedule.getId(), "x", officer)))
                .satisfies(failure -> assertThat(((Refusal) failure).code()).isEqualTo("extension-not-allowed"));
        assertThatThrownBy(() -> as("officer1", () -> extensions.extend("no-such-task", "x", officer)))
                .satisfies(failure -> assertThat(((Refusal) failure).code()).isEqualTo("task-unknown"));
    }

    /** An admission that waits for the standing committee since a vote of today. */
    private Task atDecision(String code) {
        String ref = transaction.execute(status -> candidates.allocate(code));
        // The instance is opened as always, then moved to the one step that is looked at here.
        ProcessInstance admission =
                start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        runtime.setVariables(
                admission.getId(), vars("decidingBody", "SUPERIOR_STANDING_COMMITTEE", "voteDate", today().toString()));
        runtime.createProcessInstanceModification(admission.getId())
                .cancelAllForActivity("userTask_recordConsent")
                .startBeforeActivity("userTask_decideAdmission")
                .execute();
        return task(ref, "decideAdmission");
    }
}
