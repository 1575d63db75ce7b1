package vn.outreach.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.PhaseTest;

/** Nobody checks their own work, whatever they and their colleagues do in between. */
class FourEyesTest extends PhaseTest {

    FourEyesTest() {
        super("partyCellFounding", "cellResult");
    }

    @AfterEach
    void groupsAsTheyWere() {
        identities.deleteMembership("officer1", "standingCommittee");
        identities.deleteMembership("committee2", "heads");
        identities.deleteMembership("committee", "integrations");
        identities.deleteMembership("zoneunion2", "heads");
    }

    // --- a decision -------------------------------------------------------------------------------------------------

    @Test
    void whoDidTheStepNeitherTakesNorGetsTheTask() {
        String decide = decideAfter("committee");
        fourEyes(() -> as("committee", () -> tasks.claim(decide, "committee")));
        fourEyes(() -> as("committee", () -> tasks.setAssignee(decide, "committee")));
        fourEyes(() -> as("committee", () -> tasks.resolveTask(decide)));
        fourEyes(() -> decide("committee"));
        as("committee2", () -> tasks.claim(decide, "committee2"));
        assertThat(fourEyes(() -> as("committee2", () -> tasks.setAssignee(decide, "committee"))).getMessage())
                .contains("“Đặng Văn Thường”");
        fourEyes(() -> as("committee2", () -> tasks.delegateTask(decide, "committee")));
        fourEyes(() -> as("committee2", () -> tasks.addUserIdentityLink(decide, "committee", "assignee")));
        assertThat(task(code, "decideCellFounding").getAssignee()).isEqualTo("committee2");
        decide("committee2");
        assertThat(steps()).endsWith("decideCellFounding=FOUNDED");
    }

    @Test
    void noHeadGivesItToThem() {
        String decide = decideAfter("committee");
        identities.createMembership("committee2", "heads");
        fourEyes(() -> as("committee2", () -> tasks.claim(decide, "committee")));
        fourEyes(() -> as("committee2", () -> tasks.setAssignee(decide, "committee")));
        fourEyes(() -> as("committee2", () -> tasks.delegateTask(decide, "committee")));
        assertThat(task(code, "decideCellFounding").getAssignee()).isNull();
    }

    /** Even who got the task past every guard does not complete it. */
    @Test
    void whoHoldsItAllTheSameDoesNotCompleteIt() {
        String decide = decideAfter("committee");
        tasks.setAssignee(decide, "committee");
        fourEyes(() -> decide("committee"));
        fourEyes(() -> as("committee", () -> services().submitTaskForm(decide, decision())));
    }

    @Test
    void aGroupJoinedInBetweenDoesNotHelp() {
        String decide = decideAfter("officer1");
        identities.createMembership("officer1", "standingCommittee");
        fourEyes(() -> as("officer1", () -> tasks.claim(decide, "officer1")));
        fourEyes(() -> decide("officer1"));
    }

    @Test
    void whoCorrectsTheStepMeanwhileDidItToo() {
        String decide = decideAfter("officer1");
        as("committee2", () -> tasks.claim(decide, "committee2"));
        corrects("prepareFoundingFile", "committee2");
        fourEyes(() -> decide("committee2"));
        fourEyes(() -> as("committee2", () -> tasks.resolveTask(decide, decision())));
        as("committee2", () -> tasks.setAssignee(decide, "committee"));
        decide("committee");
    }

    @Test
    void whoGotItDelegatedAndCorrectsMeanwhileDoesNotAnswer() {
        String decide = decideAfter("officer1");
        as("committee", () -> tasks.claim(decide, "committee"));
        as("committee", () -> tasks.delegateTask(decide, "committee2"));
        corrects("prepareFoundingFile", "committee2");
        fourEyes(() -> as("committee2", () -> tasks.resolveTask(decide, decision())));
        assertThat(task(code, "decideCellFounding").getOwner()).isEqualTo("committee");
    }

    /** A colleague's second signature does not free the first author. */
    @Test
    void everyRoundCounts() {
        decideAfter("committee");
        as("committee2", () -> tasks.complete(
                task(code, "decideCellFounding").getId(), vars("cellDecision", "RETURNED")));
        tasks.setAssignee(task(code, "prepareFoundingFile").getId(), "officer1");
        complete("officer1", code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        identities.createMembership("officer1", "standingCommittee");

        fourEyes(() -> decide("committee"));
        fourEyes(() -> decide("officer1"));
        decide("committee2");
        assertThat(steps()).endsWith("decideCellFounding=FOUNDED");
    }

    @Test
    void aMessageIsNoWayAround() {
        decideAfter("committee");
        identities.createMembership("committee", "integrations");
        fourEyes(() -> as("committee", () -> runtime.createMessageCorrelation("outreach.cellDecided")
                .processInstanceBusinessKey(code)
                .setVariables(decision())
                .correlate()));
        message("outreach.cellDecided", code, pairs(decision()));
        assertThat(row(code, "decideCellFounding")).containsEntry("recorded_by", "integration");
    }

    // --- a confirmation ---------------------------------------------------------------------------------------------

    /** Two people run a union's founding, also when the one who said “no” enters the next number. */
    @Test
    void aConfirmationChecksTheNumberThatStands() {
        String union = enterprise();
        startPhase("unionFounding", union);
        complete("zoneunion", union, "formFoundingBoard", "foundingBoardFormed", true);
        complete("zoneunion", union, "collectApplications", "signedApplications", 40, "legalPerson", true);
        fourEyes(() -> complete("zoneunion", union, "confirmApplications", "confirmed", false));
        complete("zoneunion2", union, "confirmApplications", "confirmed", false);
        complete("zoneunion2", union, "collectApplications", "signedApplications", 30, "legalPerson", true);

        String confirm = task(union, "confirmApplications").getId();
        fourEyes(() -> as("zoneunion2", () -> tasks.claim(confirm, "zoneunion2")));
        identities.createMembership("zoneunion2", "heads");
        fourEyes(() -> as("zoneunion2", () -> tasks.setAssignee(confirm, "zoneunion2")));
        // The first number was thrown away; who entered it may look at the second, until they correct that one.
        as("zoneunion", () -> tasks.claim(confirm, "zoneunion"));
        code = union;
        corrects("collectApplications", "zoneunion");
        fourEyes(() -> complete("zoneunion", union, "confirmApplications", "confirmed", true));
    }

    @Test
    void whoEnteredTheNumberThatWasThrownAwayConfirmsTheNext() {
        String union = enterprise();
        startPhase("unionFounding", union);
        complete("zoneunion", union, "formFoundingBoard", "foundingBoardFormed", true);
        complete("zoneunion", union, "collectApplications", "signedApplications", 40, "legalPerson", true);
        complete("zoneunion2", union, "confirmApplications", "confirmed", false);
        complete("zoneunion2", union, "collectApplications", "signedApplications", 30, "legalPerson", true);
        complete("zoneunion", union, "confirmApplications", "confirmed", true);
        assertThat(ledger(union)).endsWith("unionFounding.confirmApplications=YES");
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    private String decideAfter(String author) {
        begin(enterprise("workers", 600, "full_members", 40, "responsible_member", author), "willingFullMembers", 5);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 5);
        complete("organisation", code, "transferPostings", "transferredMembers", 5);
        tasks.setAssignee(task(code, "prepareFoundingFile").getId(), author);
        complete(author, code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        return task(code, "decideCellFounding").getId();
    }

    private void decide(String person) {
        complete(person, code, "decideCellFounding", pairs(decision()));
    }

    private java.util.Map<String, Object> decision() {
        return vars("cellDecision", "FOUNDED", "decisionNumber", "1-QĐ/ĐU", "decisionDate", today().toString());
    }

    /** A correction as {@code POST /api/v1/outcomes/{id}/corrections} writes it. */
    private void corrects(String step, String person) {
        jdbc.sql("insert into outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, round, source,"
                        + " process_instance_id, case_id, corrects) select tax_code, phase, step, result, occurred_on, ?,"
                        + " recorded_at, round, 'PERSON', process_instance_id, case_id, id from outcome"
                        + " where id = (select max(id) from outcome where tax_code = ? and step = ?)")
                .params(person, code, step)
                .update();
    }

    private org.camunda.bpm.engine.FormService services() {
        return org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine().getFormService();
    }

    private static Refusal fourEyes(ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        Refusal refusal = Refusal.in(failure);
        assertThat(refusal).as("a refusal (was: %s)", failure).isNotNull();
        assertThat(refusal.code()).isEqualTo("four-eyes");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        return refusal;
    }
}
