package vn.outreach.lifecycle.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.PhaseTest;

/** Every path of processes/unionFounding.bpmn, and everything a person or system can send wrong on the way. */
class UnionFoundingProcessTest extends PhaseTest {

    private static final LocalDate START = TODAY;
    private static final LocalDate CONGRESS = TODAY.plusDays(14);
    private static final LocalDate SUBMITTED = TODAY.plusDays(21);
    private static final LocalDate ANSWERED = TODAY.plusDays(28);

    UnionFoundingProcessTest() {
        super(UnionFoundingProcess.KEY, "unionResult");
    }

    @BeforeEach
    void phaseOfAnEnterprise() {
        begin(enterprise("workers", 600, "legal_person", null));
    }

    // --- ends ------------------------------------------------------------------------------------------------------

    @Test
    void workersFoundTheirUnionAndItIsRecognised() {
        submitted();
        at(ANSWERED);
        decide("RECOGNISED");

        assertThat(steps()).containsExactly(
                "formFoundingBoard=YES",
                "collectApplications=DONE",
                "confirmApplications=YES",
                "holdCongress=YES",
                "submitUnionFile=DONE",
                "recordUnionDecision=RECOGNISED",
                "end=RECOGNISED");
        assertThat(row(code, "holdCongress")).containsEntry("occurred_on", Date.valueOf(CONGRESS));
        assertThat(row(code, "submitUnionFile")).containsEntry("occurred_on", Date.valueOf(SUBMITTED));
        assertThat(row(code, "recordUnionDecision"))
                .containsEntry("occurred_on", Date.valueOf(ANSWERED))
                .containsEntry("recorded_by", "zoneunion")
                .containsEntry("source", "PERSON");
        assertThat(register(code, "union_recognised_on")).isEqualTo(Date.valueOf(ANSWERED));
        assertThat(register(code, "union_members")).isEqualTo(40);
        assertThat(register(code, "legal_person")).isEqualTo(true);
        assertEnded("RECOGNISED");
    }

    @Test
    void nobodyVolunteersForAFoundingBoard() {
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", "false");

        assertThat(steps()).containsExactly("formFoundingBoard=NO", "end=NOT_FORMED");
        assertEnded("NOT_FORMED");
    }

    @Test
    void threeRoundsWithTooFewApplicationsEndThePhase() {
        formBoard();
        collect(4, true);
        assertThat(openSteps()).containsExactly("collectApplications");
        collect(4, true);
        collect(4, true);

        assertThat(steps()).containsExactly(
                "formFoundingBoard=YES",
                "collectApplications=DONE",
                "collectApplications=DONE",
                "collectApplications=DONE",
                "end=NOT_FORMED");
        assertThat(row(code, "collectApplications")).containsEntry("round", 3);
        assertEnded("NOT_FORMED");
    }

    @Test
    void anEnterpriseThatIsNoLegalPersonIsNotReady() {
        formBoard();
        collect(40, false);

        assertThat(steps()).containsExactly("formFoundingBoard=YES", "collectApplications=DONE");
        assertThat(register(code, "legal_person")).isEqualTo(false);
        assertThat(openSteps()).containsExactly("collectApplications");
    }

    @Test
    void fiveApplicationsAreEnough() {
        formBoard();
        collect(4, true);
        collect(5, true);

        assertThat(openSteps()).containsExactly("confirmApplications");
    }

    @Test
    void aWrongCountIsCollectedAgainAndCountsAsARound() {
        formBoard();
        collect(40, true);
        confirm(false);
        assertThat(openSteps()).containsExactly("collectApplications");
        collect(4, true);
        collect(35, true);
        confirm(false);

        assertThat(steps()).containsExactly(
                "formFoundingBoard=YES",
                "collectApplications=DONE",
                "confirmApplications=NO",
                "collectApplications=DONE",
                "collectApplications=DONE",
                "confirmApplications=NO",
                "end=NOT_FORMED");
        assertEnded("NOT_FORMED");
    }

    @Test
    void aSecondRoundCanStillBecomeAUnion() {
        formBoard();
        collect(40, true);
        confirm(false);
        collect(38, true);
        confirm(true);

        assertThat(openSteps()).containsExactly("holdCongress");
        assertThat(variable("signedApplications")).isEqualTo(38);
    }

    @Test
    void aRejectedUnionHoldsItsCongressOnceMore() {
        submitted();
        at(ANSWERED);
        decide("REJECTED");
        assertThat(openSteps()).containsExactly("holdCongress");
        assertThat(register(code, "union_recognised_on")).isNull();

        at(TODAY.plusDays(42));
        congress(TODAY.plusDays(38), "FULL", true);
        submit(TODAY.plusDays(42), TODAY.plusDays(39));
        decide("RECOGNISED");

        assertThat(steps()).endsWith(
                "recordUnionDecision=REJECTED",
                "holdCongress=YES",
                "submitUnionFile=DONE",
                "recordUnionDecision=RECOGNISED",
                "end=RECOGNISED");
        assertEnded("RECOGNISED");
    }

    @Test
    void theSecondRejectionEndsThePhase() {
        submitted();
        at(ANSWERED);
        decide("REJECTED");
        at(TODAY.plusDays(42));
        congress(TODAY.plusDays(38), "FULL", true);
        submit(TODAY.plusDays(42), TODAY.plusDays(39));
        decide("REJECTED");

        assertThat(steps()).endsWith("recordUnionDecision=REJECTED", "end=REJECTED");
        assertThat(row(code, "recordUnionDecision")).containsEntry("round", 2);
        assertThat(register(code, "union_recognised_on")).isNull();
        assertEnded("REJECTED");
    }

    // --- loops -----------------------------------------------------------------------------------------------------

    @Test
    void anInvalidCongressIsHeldAgain() {
        confirmed();
        at(CONGRESS);
        complete("zoneunion", code, "holdCongress",
                "congressDate", CONGRESS.toString(), "congressForm", "FULL", "congressValid", "false");
        assertThat(steps()).endsWith("holdCongress=NO");
        assertThat(openSteps()).containsExactly("holdCongress");
        assertThat(variable("congressValid")).isNull();

        at(CONGRESS.plusDays(7));
        congress(CONGRESS.plusDays(3), "FULL", true);
        assertThat(steps()).endsWith("holdCongress=NO", "holdCongress=YES");
        assertThat(openSteps()).containsExactly("submitUnionFile");
    }

    @Test
    void defectsAreMendedAndTheFileIsSentAgain() {
        submitted();
        at(ANSWERED);
        complete("zoneunion", code, "recordUnionDecision", "unionDecision", "DEFECTS");
        assertThat(openSteps()).containsExactly("submitUnionFile");

        submit(ANSWERED, CONGRESS.plusDays(1));
        decide("RECOGNISED");

        assertThat(steps()).endsWith(
                "recordUnionDecision=DEFECTS",
                "submitUnionFile=DONE",
                "recordUnionDecision=RECOGNISED",
                "end=RECOGNISED");
        assertThat(row(code, "submitUnionFile")).containsEntry("round", 2);
    }

    @Test
    void aCommitteeThatMeetsLateIsAcceptedAndMarked() {
        confirmed();
        at(CONGRESS);
        congress(CONGRESS, "FULL", true);
        at(TODAY.plusDays(31));
        submit(TODAY.plusDays(30), TODAY.plusDays(29));

        assertThat(steps()).endsWith("submitUnionFile=LATE");
        assertThat(openSteps()).containsExactly("recordUnionDecision");
    }

    @Test
    void tenWorkingDaysForTheFirstMeetingLeaveTetOut() {
        at(LocalDate.of(2026, 2, 9));
        begin(enterprise());
        confirmed();
        congress(LocalDate.of(2026, 2, 9), "FULL", true);
        at(LocalDate.of(2026, 3, 5));
        submit(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 2));

        assertThat(steps()).endsWith("submitUnionFile=DONE");
    }

    // --- delegates -------------------------------------------------------------------------------------------------

    @Test
    void delegatesMayMeetFromHundredAndFiftyMembersOn() {
        formBoard();
        collect(150, true);
        confirm(true);
        at(CONGRESS);
        complete("zoneunion", code, "holdCongress",
                "congressDate", CONGRESS.toString(), "congressForm", "DELEGATES", "delegateCount", 50,
                "congressValid", true, "committeeSize", 9);

        assertThat(steps()).endsWith("holdCongress=YES");
        assertThat((String) row(code, "holdCongress").get("details")).contains("\"delegateCount\":50");
    }

    @Test
    void delegatesOfASmallerUnionAreRefused() {
        formBoard();
        collect(149, true);
        confirm(true);
        at(CONGRESS);

        Refusal refusal = refusedUnchanged(() -> congress(CONGRESS, "DELEGATES", true));
        assertThat(refusal.field()).isEqualTo("congressForm");
        assertThat(refusal.getMessage()).contains("149", "150");
        congress(CONGRESS, "FULL", true);
        assertThat(openSteps()).containsExactly("submitUnionFile");
    }

    // --- people ----------------------------------------------------------------------------------------------------

    @Test
    void whoeverCollectedDoesNotConfirm() {
        formBoard();
        collect(40, true);

        Refusal refusal =
                refusedUnchanged(() -> complete("zoneunion", code, "confirmApplications", "confirmed", true));
        assertThat(refusal.code()).isEqualTo("four-eyes");
        confirm(true);
        assertThat(steps()).endsWith("confirmApplications=YES");
        assertThat(row(code, "confirmApplications")).containsEntry("recorded_by", "zoneunion2");
    }

    @Test
    void onlyTheZoneUnionActs() {
        forbidden(() -> complete("officer1", code, "formFoundingBoard", "foundingBoardFormed", true));
    }

    // --- message ---------------------------------------------------------------------------------------------------

    @Test
    void theDecisionMayComeByMessage() {
        submitted();
        at(ANSWERED);
        Map<String, Object> answer = decision("RECOGNISED", ANSWERED);
        message("outreach.unionDecided", code, pairs(answer));

        assertThat(steps()).endsWith("recordUnionDecision=RECOGNISED", "end=RECOGNISED");
        assertThat(row(code, "recordUnionDecision"))
                .containsEntry("source", "MESSAGE")
                .containsEntry("recorded_by", "integration");
        assertThat(register(code, "union_recognised_on")).isEqualTo(Date.valueOf(ANSWERED));
        assertThatThrownBy(() -> message("outreach.unionDecided", code, pairs(answer)))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @Test
    void defectsAndRejectionMayComeByMessage() {
        submitted();
        at(ANSWERED);
        message("outreach.unionDecided", code, "unionDecision", "DEFECTS");
        assertThat(openSteps()).containsExactly("submitUnionFile");
        submit(ANSWERED, CONGRESS.plusDays(1));
        message("outreach.unionDecided", code, pairs(decision("REJECTED", ANSWERED)));

        assertThat(steps()).endsWith(
                "recordUnionDecision=DEFECTS", "submitUnionFile=DONE", "recordUnionDecision=REJECTED");
        assertThat(openSteps()).containsExactly("holdCongress");
    }

    @Test
    void aMessageWithoutDecisionNumberIsRefused() {
        submitted();
        at(ANSWERED);

        Refusal refusal = refusedUnchanged(() -> message(
                "outreach.unionDecided", code, "unionDecision", "RECOGNISED", "decisionDate", ANSWERED.toString()));
        assertThat(refusal.field()).isEqualTo("decisionNumber");
    }

    // --- bad input -------------------------------------------------------------------------------------------------

    @Test
    void aFoundingBoardNeedsAnAnswer() {
        refusedField("foundingBoardFormed", "field-missing", () -> complete("zoneunion", code, "formFoundingBoard"));
        refusedField("foundingBoardFormed", "field-type",
                () -> complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", "vâng"));
        refusedField("foundingBoardSize", "field-range", () -> complete(
                "zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true, "foundingBoardSize", 601));
    }

    @Test
    void applicationsAreACountOfWorkers() {
        formBoard();
        refusedField("signedApplications", "field-range", () -> collect(601, true));
        refusedField("signedApplications", "field-range", () -> collect(-1, true));
        refusedField("signedApplications", "field-type", () -> complete(
                "zoneunion", code, "collectApplications", "signedApplications", 5.5, "legalPerson", true));
        refusedField("signedApplications", "field-missing",
                () -> complete("zoneunion", code, "collectApplications", "legalPerson", true));
        refusedField("legalPerson", "field-missing",
                () -> complete("zoneunion", code, "collectApplications", "signedApplications", 5));
    }

    @Test
    void theCountIsConfirmedOrNot() {
        formBoard();
        collect(40, true);
        refusedField("confirmed", "field-missing", () -> complete("zoneunion2", code, "confirmApplications"));
    }

    @Test
    void aCongressHasItsPlaceInTime() {
        confirmed();
        at(CONGRESS);
        refusedField("congressDate", "date-future", () -> congress(CONGRESS.plusDays(1), "FULL", true));
        refusedField("congressDate", "date-order", () -> congress(START.minusDays(1), "FULL", true));
        refusedField("congressDate", "field-type", () -> complete("zoneunion", code, "holdCongress",
                "congressDate", "19/10/2026", "congressForm", "FULL", "congressValid", true, "committeeSize", 5));
        congress(START, "FULL", true);
        assertThat(steps()).endsWith("holdCongress=YES");
    }

    @Test
    void aCongressSaysHowItMetAndWhomItElected() {
        confirmed();
        at(CONGRESS);
        refusedField("congressDate", "field-missing", () -> complete("zoneunion", code, "holdCongress",
                "congressForm", "FULL", "congressValid", true, "committeeSize", 5));
        refusedField("congressForm", "field-choice", () -> congress(CONGRESS, "ONLINE", true));
        refusedField("congressForm", "field-missing", () -> complete("zoneunion", code, "holdCongress",
                "congressDate", CONGRESS.toString(), "congressValid", true, "committeeSize", 5));
        refusedField("congressValid", "field-missing", () -> complete("zoneunion", code, "holdCongress",
                "congressDate", CONGRESS.toString(), "congressForm", "FULL", "committeeSize", 5));
        refusedField("committeeSize", "field-missing", () -> complete("zoneunion", code, "holdCongress",
                "congressDate", CONGRESS.toString(), "congressForm", "FULL", "congressValid", true));
        refusedField("committeeSize", "field-range", () -> congress(CONGRESS, "FULL", true, 0));
        refusedField("committeeSize", "field-range", () -> congress(CONGRESS, "FULL", true, 41));
    }

    @Test
    void theSecondCongressComesAfterTheRejection() {
        submitted();
        at(ANSWERED);
        decide("REJECTED");
        at(ANSWERED.plusDays(5));
        refusedField("congressDate", "date-order", () -> congress(ANSWERED.minusDays(1), "FULL", true));
    }

    @Test
    void aFileHasItsPlaceInTime() {
        confirmed();
        at(CONGRESS);
        congress(CONGRESS, "FULL", true);
        at(SUBMITTED);
        LocalDate tomorrow = SUBMITTED.plusDays(1);
        LocalDate dayBefore = CONGRESS.minusDays(1);
        refusedField("submittedOn", "date-future", () -> submit(tomorrow, SUBMITTED));
        refusedField("submittedOn", "date-order", () -> submit(dayBefore, SUBMITTED));
        refusedField("firstMeetingOn", "date-future", () -> submit(SUBMITTED, tomorrow));
        refusedField("firstMeetingOn", "date-order", () -> submit(SUBMITTED, dayBefore));
        refusedField("submittedOn", "field-missing", () -> complete(
                "zoneunion", code, "submitUnionFile", "firstMeetingOn", SUBMITTED.toString()));
        refusedField("firstMeetingOn", "field-missing", () -> complete(
                "zoneunion", code, "submitUnionFile", "submittedOn", SUBMITTED.toString()));
    }

    @Test
    void aDecisionIsAPaperWithNumberAndDate() {
        submitted();
        at(ANSWERED);
        refusedField("unionDecision", "field-missing", () -> complete("zoneunion", code, "recordUnionDecision"));
        refusedField("unionDecision", "field-choice", () -> decide("FOUNDED"));
        for (String answer : List.of("RECOGNISED", "REJECTED")) {
            refusedField("decisionNumber", "field-missing", () -> complete("zoneunion", code, "recordUnionDecision",
                    "unionDecision", answer, "decisionDate", ANSWERED.toString()));
            refusedField("decisionDate", "field-missing", () -> complete("zoneunion", code, "recordUnionDecision",
                    "unionDecision", answer, "decisionNumber", "12/QĐ-LĐLĐ"));
        }
        refusedField("decisionNumber", "field-range", () -> complete("zoneunion", code, "recordUnionDecision",
                "unionDecision", "RECOGNISED", "decisionDate", ANSWERED.toString(), "decisionNumber", "9".repeat(101)));
        refusedField("decisionDate", "date-future", () -> complete("zoneunion", code, "recordUnionDecision",
                pairs(decision("RECOGNISED", ANSWERED.plusDays(1)))));
        refusedField("decisionDate", "date-order", () -> complete("zoneunion", code, "recordUnionDecision",
                pairs(decision("RECOGNISED", SUBMITTED.minusDays(1)))));
    }

    // --- due dates and small variables -----------------------------------------------------------------------------

    @Test
    void everyStepHasItsLimitInWorkingDays() {
        at(LocalDate.of(2026, 10, 5));
        begin(enterprise());
        assertThat(due("formFoundingBoard")).isEqualTo("2026-11-02T17:00");
        formBoard();
        assertThat(due("collectApplications")).isEqualTo("2026-11-02T17:00");
        collect(40, true);
        assertThat(due("confirmApplications")).isEqualTo("2026-10-12T17:00");
        confirm(true);
        assertThat(due("holdCongress")).isEqualTo("2026-11-16T17:00");
        LocalDate held = LocalDate.of(2026, 10, 19);
        at(held.plusDays(3));
        congress(held, "FULL", true);
        assertThat(due("submitUnionFile")).isEqualTo("2026-11-09T17:00");
        at(held.plusDays(7));
        submit(held.plusDays(7), held);
        assertThat(due("recordUnionDecision")).isEqualTo("2026-11-16T17:00");
    }

    @Test
    void tetIsNoWorkingTime() {
        at(LocalDate.of(2026, 2, 9));
        begin(enterprise());
        assertThat(due("formFoundingBoard")).isEqualTo("2026-03-16T17:00");
        confirmed();
        congress(LocalDate.of(2026, 2, 9), "FULL", true);
        assertThat(due("submitUnionFile")).isEqualTo("2026-03-09T17:00");
    }

    @Test
    void recordsLeaveTheEngineForTheLedger() {
        complete("zoneunion", code, "formFoundingBoard",
                "foundingBoardFormed", "true", "foundingBoardSize", 5, "note", "Họp ở “nhà ăn” <ca 2> 🙂");

        assertThat((String) row(code, "formFoundingBoard").get("details"))
                .contains("Họp ở “nhà ăn” <ca 2> 🙂", "\"foundingBoardSize\":5");
        assertThat(runtime.getVariables(phase.getId())).doesNotContainKeys("note", "foundingBoardSize");
        collect(4, true);
        assertThat((String) row(code, "collectApplications").get("details")).contains("\"signedApplications\":4");
        assertThat(runtime.getVariables(phase.getId())).doesNotContainKey("signedApplications");
    }

    @Test
    void whileTheWorkersAreNotKnownAnyCountPasses() {
        begin(enterprise("workers", null));
        formBoard();
        collect(5000, true);

        assertThat(openSteps()).containsExactly("confirmApplications");
    }

    // --- helpers ---------------------------------------------------------------------------------------------------

    private void formBoard() {
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", "true");
    }

    private void collect(int signed, boolean legalPerson) {
        complete("zoneunion", code, "collectApplications", "signedApplications", signed, "legalPerson", legalPerson);
    }

    private void confirm(boolean confirmed) {
        complete("zoneunion2", code, "confirmApplications", "confirmed", confirmed);
    }

    private void confirmed() {
        formBoard();
        collect(40, true);
        confirm(true);
    }

    private void congress(LocalDate day, String form, boolean valid) {
        congress(day, form, valid, 5);
    }

    private void congress(LocalDate day, String form, boolean valid, int committeeSize) {
        complete("zoneunion", code, "holdCongress", "congressDate", day.toString(), "congressForm", form,
                "congressValid", valid, "committeeSize", committeeSize);
    }

    private void submit(LocalDate submittedOn, LocalDate firstMeetingOn) {
        complete("zoneunion", code, "submitUnionFile",
                "submittedOn", submittedOn.toString(), "firstMeetingOn", firstMeetingOn.toString());
    }

    private void submitted() {
        confirmed();
        at(CONGRESS);
        congress(CONGRESS, "FULL", true);
        at(SUBMITTED);
        submit(SUBMITTED, CONGRESS.plusDays(1));
    }

    private void decide(String answer) {
        complete("zoneunion", code, "recordUnionDecision", pairs(decision(answer, today())));
    }

    private static Map<String, Object> decision(String answer, LocalDate day) {
        return vars("unionDecision", answer, "decisionNumber", "12/QĐ-LĐLĐ", "decisionDate", day.toString());
    }
}
