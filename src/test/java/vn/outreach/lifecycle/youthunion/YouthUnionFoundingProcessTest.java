package vn.outreach.lifecycle.youthunion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.PhaseTest;

/** Every path of processes/youthUnionFounding.bpmn, and everything a person or system can send wrong on the way. */
class YouthUnionFoundingProcessTest extends PhaseTest {

    private static final LocalDate START = TODAY;
    private static final LocalDate MEETING = TODAY.plusDays(14);
    private static final LocalDate SUBMITTED = TODAY.plusDays(21);
    private static final LocalDate ANSWERED = TODAY.plusDays(28);

    YouthUnionFoundingProcessTest() {
        super(YouthUnionFoundingProcess.KEY, "youthUnionResult");
    }

    @BeforeEach
    void phaseOfAnEnterprise() {
        begin(enterprise("workers", 600, "youth_union_members", 12));
    }

    // --- ends ------------------------------------------------------------------------------------------------------

    @Test
    void youngWorkersFoundABranchAndItIsRecognised() {
        submitted();
        at(ANSWERED);
        decide("RECOGNISED");

        assertThat(steps()).containsExactly(
                "formYouthFoundingBoard=YES",
                "collectYouthApplications=DONE",
                "holdYouthMeeting=YES",
                "submitYouthFile=DONE",
                "recordYouthDecision=RECOGNISED",
                "end=RECOGNISED");
        assertThat(row(code, "holdYouthMeeting")).containsEntry("occurred_on", Date.valueOf(MEETING));
        assertThat(row(code, "submitYouthFile")).containsEntry("occurred_on", Date.valueOf(SUBMITTED));
        assertThat(row(code, "recordYouthDecision"))
                .containsEntry("occurred_on", Date.valueOf(ANSWERED))
                .containsEntry("recorded_by", "youth");
        assertThat(register(code, "youth_union_founded_on")).isEqualTo(Date.valueOf(ANSWERED));
        assertThat(register(code, "youth_union_members")).isEqualTo(31);
        assertThat(register(code, "youth_branches")).isEqualTo(2);
        assertEnded("RECOGNISED");
    }

    @Test
    void nobodyPreparesABranch() {
        complete("youth", code, "formYouthFoundingBoard", "youthBoardFormed", "false");

        assertThat(steps()).containsExactly("formYouthFoundingBoard=NO", "end=NOT_FORMED");
        assertEnded("NOT_FORMED");
    }

    @Test
    void threeRoundsWithTooFewMembersEndThePhase() {
        formBoard();
        collect(0, 0);
        assertThat(openSteps()).containsExactly("collectYouthApplications");
        collect(1, 0);
        collect(2, 1);

        assertThat(steps()).containsExactly(
                "formYouthFoundingBoard=YES",
                "collectYouthApplications=DONE",
                "collectYouthApplications=DONE",
                "collectYouthApplications=DONE",
                "end=NOT_FORMED");
        assertEnded("NOT_FORMED");
    }

    @Test
    void threeMembersMayFormABranch() {
        formBoard();
        collect(2, 1);
        collect(2, 1);
        collect(3, 1);

        assertThat(openSteps()).containsExactly("holdYouthMeeting");
        assertThat(variable("youthUnionForm")).isEqualTo("BRANCH");
    }

    @Test
    void thirtyMembersInTwoBranchesMayFormAGrassrootsUnion() {
        formBoard();
        collect(30, 2);

        assertThat(variable("youthUnionForm")).isEqualTo("GRASSROOTS");
        assertThat(openSteps()).containsExactly("holdYouthMeeting");
    }

    @Test
    void theSuperiorYouthUnionRejectsTheFile() {
        submitted();
        at(ANSWERED);
        decide("REJECTED");

        assertThat(steps()).endsWith("recordYouthDecision=REJECTED", "end=REJECTED");
        assertThat(register(code, "youth_union_founded_on")).isNull();
        assertThat(register(code, "youth_union_members")).isEqualTo(12);
        assertEnded("REJECTED");
    }

    // --- loops -----------------------------------------------------------------------------------------------------

    @Test
    void anInvalidMeetingIsHeldAgain() {
        collected();
        at(MEETING);
        meet(MEETING, false);
        assertThat(steps()).endsWith("holdYouthMeeting=NO");
        assertThat(openSteps()).containsExactly("holdYouthMeeting");
        assertThat(variable("meetingValid")).isNull();

        meet(MEETING, true);
        assertThat(steps()).endsWith("holdYouthMeeting=NO", "holdYouthMeeting=YES");
        assertThat(openSteps()).containsExactly("submitYouthFile");
    }

    @Test
    void defectsAreMendedAndTheFileIsSentAgain() {
        submitted();
        at(ANSWERED);
        complete("youth", code, "recordYouthDecision", "youthUnionDecision", "DEFECTS");
        assertThat(openSteps()).containsExactly("submitYouthFile");

        submit(ANSWERED);
        decide("RECOGNISED");
        assertThat(steps()).endsWith(
                "recordYouthDecision=DEFECTS",
                "submitYouthFile=DONE",
                "recordYouthDecision=RECOGNISED",
                "end=RECOGNISED");
        assertThat(row(code, "submitYouthFile")).containsEntry("round", 2);
    }

    // --- message and people ----------------------------------------------------------------------------------------

    @Test
    void theDecisionMayComeByMessage() {
        submitted();
        at(ANSWERED);
        Object[] answer = pairs(decision("RECOGNISED", ANSWERED));
        message("outreach.youthUnionDecided", code, answer);

        assertThat(steps()).endsWith("recordYouthDecision=RECOGNISED", "end=RECOGNISED");
        assertThat(row(code, "recordYouthDecision"))
                .containsEntry("source", "MESSAGE")
                .containsEntry("recorded_by", "integration");
        assertThat(register(code, "youth_union_founded_on")).isEqualTo(Date.valueOf(ANSWERED));
        assertThatThrownBy(() -> message("outreach.youthUnionDecided", code, answer))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @Test
    void defectsAndRejectionMayComeByMessage() {
        submitted();
        at(ANSWERED);
        message("outreach.youthUnionDecided", code, "youthUnionDecision", "DEFECTS");
        assertThat(openSteps()).containsExactly("submitYouthFile");
        submit(ANSWERED);
        message("outreach.youthUnionDecided", code, pairs(decision("REJECTED", ANSWERED)));

        assertThat(steps()).endsWith(
                "recordYouthDecision=DEFECTS", "submitYouthFile=DONE", "recordYouthDecision=REJECTED", "end=REJECTED");
    }

    @Test
    void aMessageWithoutDecisionDateIsRefused() {
        submitted();
        at(ANSWERED);
        refusedField("decisionDate", "field-missing", () -> message(
                "outreach.youthUnionDecided", code, "youthUnionDecision", "REJECTED", "decisionNumber", "3-QĐ/ĐTN"));
    }

    @Test
    void onlyTheYouthUnionActs() {
        forbidden(() -> complete("zoneunion", code, "formYouthFoundingBoard", "youthBoardFormed", true));
    }

    // --- bad input -------------------------------------------------------------------------------------------------

    @Test
    void aFoundingGroupNeedsAnAnswer() {
        refusedField("youthBoardFormed", "field-missing", () -> complete("youth", code, "formYouthFoundingBoard"));
        refusedField("youthBoardFormed", "field-type",
                () -> complete("youth", code, "formYouthFoundingBoard", "youthBoardFormed", 1));
        refusedField("youthBoardSize", "field-range", () -> complete(
                "youth", code, "formYouthFoundingBoard", "youthBoardFormed", true, "youthBoardSize", 601));
    }

    @Test
    void membersAreACountOfWorkersInBranches() {
        formBoard();
        refusedField("signedApplications", "field-range", () -> collect(601, 2));
        refusedField("youthBranches", "field-range", () -> collect(3, 4));
        refusedField("youthBranches", "field-range", () -> collect(3, -1));
        refusedField("signedApplications", "field-missing",
                () -> complete("youth", code, "collectYouthApplications", "youthBranches", 1));
        refusedField("youthBranches", "field-missing",
                () -> complete("youth", code, "collectYouthApplications", "signedApplications", 5));
        refusedField("youthBranches", "field-type", () -> complete(
                "youth", code, "collectYouthApplications", "signedApplications", 5, "youthBranches", "hai"));
    }

    @Test
    void aMeetingHasItsPlaceInTimeAndAnAnswer() {
        collected();
        at(MEETING);
        refusedField("meetingDate", "date-future", () -> meet(MEETING.plusDays(1), true));
        refusedField("meetingDate", "date-order", () -> meet(START.minusDays(1), true));
        refusedField("meetingDate", "field-missing",
                () -> complete("youth", code, "holdYouthMeeting", "meetingValid", true));
        refusedField("meetingValid", "field-missing",
                () -> complete("youth", code, "holdYouthMeeting", "meetingDate", MEETING.toString()));
        refusedField("committeeSize", "field-range", () -> complete("youth", code, "holdYouthMeeting",
                "meetingDate", MEETING.toString(), "meetingValid", true, "committeeSize", 32));
    }

    @Test
    void aFileHasItsPlaceInTime() {
        collected();
        at(MEETING);
        meet(MEETING, true);
        at(SUBMITTED);
        refusedField("submittedOn", "date-future", () -> submit(SUBMITTED.plusDays(1)));
        refusedField("submittedOn", "date-order", () -> submit(MEETING.minusDays(1)));
        refusedField("submittedOn", "field-missing", () -> complete("youth", code, "submitYouthFile"));
    }

    @Test
    void aDecisionIsAPaperWithNumberAndDate() {
        submitted();
        at(ANSWERED);
        refusedField("youthUnionDecision", "field-missing", () -> complete("youth", code, "recordYouthDecision"));
        refusedField("youthUnionDecision", "field-choice", () -> decide("FOUNDED"));
        for (String answer : List.of("RECOGNISED", "REJECTED")) {
            refusedField("decisionNumber", "field-missing", () -> complete("youth", code, "recordYouthDecision",
                    "youthUnionDecision", answer, "decisionDate", ANSWERED.toString()));
            refusedField("decisionDate", "field-missing", () -> complete("youth", code, "recordYouthDecision",
                    "youthUnionDecision", answer, "decisionNumber", "3-QĐ/ĐTN"));
        }
        refusedField("decisionDate", "date-future", () -> complete(
                "youth", code, "recordYouthDecision", pairs(decision("RECOGNISED", ANSWERED.plusDays(1)))));
        refusedField("decisionDate", "date-order", () -> complete(
                "youth", code, "recordYouthDecision", pairs(decision("RECOGNISED", SUBMITTED.minusDays(1)))));
    }

    // --- due dates -------------------------------------------------------------------------------------------------

    @Test
    void everyStepHasItsLimitInWorkingDays() {
        at(LocalDate.of(2026, 10, 5));
        begin(enterprise());
        assertThat(due("formYouthFoundingBoard")).isEqualTo("2026-11-02T17:00");
        formBoard();
        assertThat(due("collectYouthApplications")).isEqualTo("2026-11-02T17:00");
        collect(31, 2);
        assertThat(due("holdYouthMeeting")).isEqualTo("2026-11-16T17:00");
        LocalDate met = LocalDate.of(2026, 10, 19);
        at(met);
        meet(met, true);
        assertThat(due("submitYouthFile")).isEqualTo("2026-11-09T17:00");
        at(met.plusDays(7));
        submit(met.plusDays(7));
        assertThat(due("recordYouthDecision")).isEqualTo("2026-11-16T17:00");
    }

    @Test
    void tetIsNoWorkingTime() {
        at(LocalDate.of(2026, 2, 9));
        begin(enterprise());
        assertThat(due("formYouthFoundingBoard")).isEqualTo("2026-03-16T17:00");
    }

    // --- helpers ---------------------------------------------------------------------------------------------------

    private void formBoard() {
        complete("youth", code, "formYouthFoundingBoard", "youthBoardFormed", "true");
    }

    private void collect(int signed, int branches) {
        complete("youth", code, "collectYouthApplications", "signedApplications", signed, "youthBranches", branches);
    }

    private void collected() {
        formBoard();
        collect(31, 2);
    }

    private void meet(LocalDate day, boolean valid) {
        complete("youth", code, "holdYouthMeeting", "meetingDate", day.toString(), "meetingValid", valid);
    }

    private void submit(LocalDate day) {
        complete("youth", code, "submitYouthFile", "submittedOn", day.toString());
    }

    private void submitted() {
        collected();
        at(MEETING);
        meet(MEETING, true);
        at(SUBMITTED);
        submit(SUBMITTED);
    }

    private void decide(String answer) {
        complete("youth", code, "recordYouthDecision", pairs(decision(answer, today())));
    }

    private static Map<String, Object> decision(String answer, LocalDate day) {
        return vars("youthUnionDecision", answer, "decisionNumber", "3-QĐ/ĐTN", "decisionDate", day.toString());
    }
}
