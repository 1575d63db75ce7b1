package vn.outreach.lifecycle.partycell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.HostCells;
import vn.outreach.testing.PhaseTest;

/** Every path of processes/partyCellFounding.bpmn, and everything a person or system can send wrong on the way. */
class PartyCellFoundingProcessTest extends PhaseTest {

    private static final LocalDate START = TODAY;
    private static final LocalDate DECIDED = TODAY.plusDays(14);
    private static final LocalDate ANNOUNCED = TODAY.plusDays(21);

    PartyCellFoundingProcessTest() {
        super(PartyCellFoundingProcess.KEY, "cellResult");
    }

    @BeforeEach
    void phaseOfAnEnterprise() {
        begin(enterprise("workers", 600, "full_members", 40, "willing_full_members", 5), "willingFullMembers", 5);
    }

    // --- ends ------------------------------------------------------------------------------------------------------

    @Test
    void aCellIsFoundedAndAnnounced() {
        decided("FOUNDED");
        at(ANNOUNCED);
        announce(ANNOUNCED);

        assertThat(steps()).containsExactly(
                "collectTransferWishes=DONE",
                "transferPostings=DONE",
                "prepareFoundingFile=YES",
                "appraiseFoundingFile=PASS",
                "decideCellFounding=FOUNDED",
                "announceCell=DONE",
                "end=FOUNDED");
        assertThat(row(code, "decideCellFounding"))
                .containsEntry("occurred_on", Date.valueOf(DECIDED))
                .containsEntry("recorded_by", "committee");
        assertThat(row(code, "announceCell")).containsEntry("occurred_on", Date.valueOf(ANNOUNCED));
        assertThat(register(code, "cell_founded_on")).isEqualTo(Date.valueOf(ANNOUNCED));
        assertThat(register(code, "willing_full_members")).isEqualTo(4);
        assertThat(identities.createGroupQuery().groupId(HostCells.groupOf(code)).count()).isOne();
        assertEnded("FOUNDED");
    }

    @Test
    void thirtyMembersFoundACommittee() {
        collect(30);
        transfer(30);
        prepare();
        appraise("PASS");
        at(DECIDED);
        decide("FOUNDED");

        assertThat(steps()).endsWith("decideCellFounding=COMMITTEE_FOUNDED");
        announce(DECIDED);
        assertEnded("FOUNDED");
    }

    @Test
    void twentyNineMembersFoundACell() {
        collect(29);
        transfer(29);
        prepare();
        appraise("PASS");
        decide("FOUNDED");

        assertThat(steps()).endsWith("decideCellFounding=FOUNDED");
    }

    @Test
    void fewerThanThreeWillingMembersEndThePhaseWithTheLowerNumber() {
        collect(2);

        assertThat(steps()).containsExactly(
                "collectTransferWishes=DONE", "tooFewMembers=NOT_ENOUGH_MEMBERS", "end=NOT_ENOUGH_MEMBERS");
        assertThat(register(code, "willing_full_members")).isEqualTo(2);
        assertThat(variable("willingFullMembers")).isEqualTo(2);
        assertThat(register(code, "cell_founded_on")).isNull();
        assertEnded("NOT_ENOUGH_MEMBERS");
    }

    @Test
    void nobodyAsksToBeMoved() {
        collect(0);

        assertThat(register(code, "willing_full_members")).isEqualTo(0);
        assertEnded("NOT_ENOUGH_MEMBERS");
    }

    @Test
    void fewerThanThreeMovedMembersEndThePhaseWithTheLowerNumber() {
        collect(4);
        transfer(2);

        assertThat(steps()).containsExactly(
                "collectTransferWishes=DONE",
                "transferPostings=DONE",
                "tooFewMembers=NOT_ENOUGH_MEMBERS",
                "end=NOT_ENOUGH_MEMBERS");
        assertThat(register(code, "willing_full_members")).isEqualTo(2);
        assertThat(variable("willingFullMembers")).isEqualTo(2);
        assertEnded("NOT_ENOUGH_MEMBERS");
    }

    @Test
    void threeMembersAreEnough() {
        collect(3);
        transfer(3);

        assertThat(openSteps()).containsExactly("prepareFoundingFile");
    }

    @Test
    void theStandingCommitteeRejectsTheFounding() {
        decided("REJECTED");

        assertThat(steps()).endsWith("decideCellFounding=REJECTED", "end=REJECTED");
        assertThat(register(code, "cell_founded_on")).isNull();
        assertThat(identities.createGroupQuery().groupId(HostCells.groupOf(code)).count()).isZero();
        assertEnded("REJECTED");
    }

    // --- loops -----------------------------------------------------------------------------------------------------

    @Test
    void aFileWithDefectsGoesBackToWhoeverPreparedIt() {
        transferred();
        prepare();
        appraise("RETURN");
        assertThat(steps()).endsWith("appraiseFoundingFile=RETURN");
        assertThat(openSteps()).containsExactly("prepareFoundingFile");

        prepare();
        appraise("PASS");
        assertThat(row(code, "prepareFoundingFile")).containsEntry("round", 2);
        assertThat(openSteps()).containsExactly("decideCellFounding");
    }

    @Test
    void theStandingCommitteeReturnsTheFile() {
        decided("RETURNED");
        assertThat(steps()).endsWith("decideCellFounding=RETURNED");
        assertThat(openSteps()).containsExactly("prepareFoundingFile");

        prepare();
        appraise("PASS");
        decide("FOUNDED");
        assertThat(steps()).endsWith("appraiseFoundingFile=PASS", "decideCellFounding=FOUNDED");
        assertThat(openSteps()).containsExactly("announceCell");
    }

    // --- message ---------------------------------------------------------------------------------------------------

    @Test
    void theDecisionMayComeByMessage() {
        appraised();
        at(DECIDED);
        Object[] answer = pairs(decision("FOUNDED", DECIDED));
        message("outreach.cellDecided", code, answer);

        assertThat(steps()).endsWith("decideCellFounding=FOUNDED");
        assertThat(row(code, "decideCellFounding"))
                .containsEntry("source", "MESSAGE")
                .containsEntry("recorded_by", "integration");
        assertThat(openSteps()).containsExactly("announceCell");
        assertThatThrownBy(() -> message("outreach.cellDecided", code, answer))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @Test
    void returnAndRejectionMayComeByMessage() {
        appraised();
        message("outreach.cellDecided", code, "cellDecision", "RETURNED");
        assertThat(openSteps()).containsExactly("prepareFoundingFile");
        prepare();
        appraise("PASS");
        message("outreach.cellDecided", code, pairs(decision("REJECTED", START)));

        assertThat(steps()).endsWith("decideCellFounding=REJECTED", "end=REJECTED");
    }

    @Test
    void aMessageWithoutDecisionNumberIsRefused() {
        appraised();
        refusedField("decisionNumber", "field-missing", () -> message(
                "outreach.cellDecided", code, "cellDecision", "FOUNDED", "decisionDate", START.toString()));
    }

    // --- people ----------------------------------------------------------------------------------------------------

    @Test
    void everyStepHasItsUnit() {
        assertThat(refusedUnchanged(() -> complete("officer1", code, "collectTransferWishes", "willingFullMembers", 4))
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        transferred();
        assertThat(task(code, "prepareFoundingFile").getAssignee()).isEqualTo("officer1");
        assertThat(refusedUnchanged(() -> complete("officer2", code, "prepareFoundingFile", "fileComplete", true))
                        .code())
                .isEqualTo("wrong-person");
        prepare();
        assertThat(refusedUnchanged(() -> complete("committee", code, "appraiseFoundingFile", "appraisal", "PASS"))
                        .code())
                .isEqualTo("wrong-person");
    }

    @Test
    void whoeverPreparedTheFileDoesNotDecideOnIt() {
        begin(enterprise("full_members", 40), "willingFullMembers", 5);
        transferred();
        tasks.setAssignee(task(code, "prepareFoundingFile").getId(), "committee");
        complete("committee", code, "prepareFoundingFile", "fileComplete", true);
        appraise("PASS");

        Refusal refusal = refusedUnchanged(() -> complete(
                "committee", code, "decideCellFounding", pairs(decision("FOUNDED", START))));
        assertThat(refusal.code()).isEqualTo("four-eyes");
        complete("committee2", code, "decideCellFounding", pairs(decision("FOUNDED", START)));
        assertThat(steps()).endsWith("decideCellFounding=FOUNDED");
    }

    // --- bad input -------------------------------------------------------------------------------------------------

    @Test
    void willingMembersAreNoMoreThanTheFullMembersAndTheWorkers() {
        refusedField("willingFullMembers", "field-range", () -> collect(41));
        refusedField("willingFullMembers", "field-missing", () -> complete("organisation", code, "collectTransferWishes"));
        refusedField("willingFullMembers", "field-type", () -> complete(
                "organisation", code, "collectTransferWishes", "willingFullMembers", "ba"));
        begin(enterprise("workers", 20, "full_members", null));
        refusedField("willingFullMembers", "field-range", () -> collect(21));
    }

    @Test
    void notMoreMembersAreMovedThanAsked() {
        collect(4);
        refusedField("transferredMembers", "field-range", () -> transfer(5));
        refusedField("transferredMembers", "field-missing", () -> complete("organisation", code, "transferPostings"));
    }

    @Test
    void anIncompleteFileIsNotHandedIn() {
        transferred();
        refusedField("fileComplete", "field-choice",
                () -> complete("officer1", code, "prepareFoundingFile", "fileComplete", "false"));
        refusedField("fileComplete", "field-missing", () -> complete("officer1", code, "prepareFoundingFile"));
    }

    @Test
    void anAppraisalPassesOrReturnsTheFile() {
        transferred();
        prepare();
        refusedField("appraisal", "field-choice", () -> appraise("FOUNDED"));
        refusedField("appraisal", "field-missing", () -> complete("organisation", code, "appraiseFoundingFile"));
    }

    @Test
    void aDecisionIsAPaperWithNumberAndDate() {
        appraised();
        at(DECIDED);
        refusedField("cellDecision", "field-missing", () -> complete("committee", code, "decideCellFounding"));
        refusedField("cellDecision", "field-choice", () -> decide("COMMITTEE_FOUNDED"));
        for (String answer : List.of("FOUNDED", "REJECTED")) {
            refusedField("decisionNumber", "field-missing", () -> complete("committee", code, "decideCellFounding",
                    "cellDecision", answer, "decisionDate", DECIDED.toString()));
            refusedField("decisionDate", "field-missing", () -> complete("committee", code, "decideCellFounding",
                    "cellDecision", answer, "decisionNumber", "01-QĐ/ĐU"));
        }
        refusedField("decisionDate", "date-future", () -> complete(
                "committee", code, "decideCellFounding", pairs(decision("FOUNDED", DECIDED.plusDays(1)))));
        refusedField("decisionDate", "date-order", () -> complete(
                "committee", code, "decideCellFounding", pairs(decision("FOUNDED", START.minusDays(1)))));
    }

    @Test
    void aCellIsAnnouncedAfterItWasDecided() {
        decided("FOUNDED");
        at(ANNOUNCED);
        refusedField("announcedOn", "date-future", () -> announce(ANNOUNCED.plusDays(1)));
        refusedField("announcedOn", "date-order", () -> announce(DECIDED.minusDays(1)));
        refusedField("announcedOn", "field-missing", () -> complete("officer1", code, "announceCell"));
        assertThat(register(code, "cell_founded_on")).isNull();
    }

    // --- due dates -------------------------------------------------------------------------------------------------

    @Test
    void everyStepHasItsLimitInWorkingDays() {
        at(LocalDate.of(2026, 10, 5));
        begin(enterprise());
        assertThat(due("collectTransferWishes")).isEqualTo("2026-10-19T17:00");
        collect(4);
        // 24/11/2026 is in the table of days off, though not confirmed yet.
        assertThat(due("transferPostings")).isEqualTo("2026-12-29T17:00");
        transfer(4);
        assertThat(due("prepareFoundingFile")).isEqualTo("2026-10-26T17:00");
        prepare();
        assertThat(due("appraiseFoundingFile")).isEqualTo("2026-10-19T17:00");
        appraise("PASS");
        assertThat(due("decideCellFounding")).isEqualTo("2026-11-16T17:00");
        decide("FOUNDED");
        assertThat(due("announceCell")).isEqualTo("2026-11-16T17:00");
    }

    @Test
    void tetIsNoWorkingTime() {
        at(LocalDate.of(2026, 2, 9));
        begin(enterprise());
        assertThat(due("collectTransferWishes")).isEqualTo("2026-03-02T17:00");
    }

    // --- helpers ---------------------------------------------------------------------------------------------------

    private void collect(int willing) {
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", willing);
    }

    private void transfer(int transferred) {
        complete("organisation", code, "transferPostings", "transferredMembers", transferred);
    }

    private void transferred() {
        collect(4);
        transfer(4);
    }

    private void prepare() {
        complete("officer1", code, "prepareFoundingFile", "fileComplete", "true");
    }

    private void appraise(String appraisal) {
        complete("organisation", code, "appraiseFoundingFile", "appraisal", appraisal);
    }

    private void appraised() {
        transferred();
        prepare();
        appraise("PASS");
    }

    private void decide(String answer) {
        complete("committee", code, "decideCellFounding", pairs(decision(answer, today())));
    }

    private void decided(String answer) {
        appraised();
        at(DECIDED);
        decide(answer);
    }

    private void announce(LocalDate day) {
        complete("officer1", code, "announceCell", "announcedOn", day.toString());
    }

    private static Map<String, Object> decision(String answer, LocalDate day) {
        return vars("cellDecision", answer, "decisionNumber", "01-QĐ/ĐU", "decisionDate", day.toString());
    }
}
