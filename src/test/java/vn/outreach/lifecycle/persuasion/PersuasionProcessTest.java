package vn.outreach.lifecycle.persuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.PhaseTest;

/** Every path of processes/ownerPersuasion.bpmn, and everything a person or system can send wrong on the way. */
class PersuasionProcessTest extends PhaseTest {

    private static final LocalDate START = TODAY;
    private static final String CONDITIONS = "Sinh hoạt ngoài ca sản xuất";

    PersuasionProcessTest() {
        super(PersuasionProcess.KEY, "persuasionOutcome");
    }

    @BeforeEach
    void phaseOfAnEnterprise() {
        begin(enterprise("owner_language", "ko"));
    }

    // --- ends ------------------------------------------------------------------------------------------------------

    @Test
    void theOwnerAgrees() {
        prepared();
        at(START.plusDays(2));
        meet("AGREED", "metOn", day(1), "note", "Vui vẻ 🤝 <b>“đồng ý”</b>");

        assertThat(steps()).containsExactly("chooseMaterials=DONE", "prepareMeeting=DONE", "meetOwner=AGREED", "end=AGREED");
        assertThat(row(code, "meetOwner"))
                .containsEntry("occurred_on", Date.valueOf(day(1)))
                .containsEntry("recorded_by", "officer1")
                .containsEntry("source", "PERSON");
        assertThat(details("meetOwner")).contains("Vui vẻ 🤝 <b>“đồng ý”</b>");
        assertThat(register(code, "owner_agreed_on")).isEqualTo(Date.valueOf(day(1)));
        assertEnded("AGREED");
    }

    @Test
    void theOwnerAgreesWithConditionsThatAreKept() {
        prepared();
        meet("AGREED_WITH_CONDITIONS", "metOn", START.toString(), "conditions", CONDITIONS, "obstacles", "NO_SPACE_OR_TIME");

        assertThat(steps()).endsWith("meetOwner=AGREED_WITH_CONDITIONS", "end=AGREED_WITH_CONDITIONS");
        assertThat(details("meetOwner")).contains(CONDITIONS).contains("[\"NO_SPACE_OR_TIME\"]");
        assertThat(register(code, "owner_agreed_on")).isEqualTo(Date.valueOf(START));
        assertEnded("AGREED_WITH_CONDITIONS");
    }

    @Test
    void theOwnerWantsAUnionOnly_whichIsNoAgreementYet() {
        prepared();
        meet("AGREED_UNION_ONLY", "metOn", START.toString());

        assertThat(register(code, "owner_agreed_on")).isNull();
        assertEnded("AGREED_UNION_ONLY");
    }

    @Test
    void anEnterpriseThatIsNotFeasibleEndsTheWork() {
        prepared();
        meet("NOT_FEASIBLE", "metOn", START.toString(), "obstacles", "SMALL_SCALE,LABOUR_TURNOVER");

        assertThat(steps()).endsWith("meetOwner=NOT_FEASIBLE", "end=NOT_FEASIBLE");
        assertThat(register(code, "owner_agreed_on")).isNull();
        assertEnded("NOT_FEASIBLE");
    }

    // --- rounds ----------------------------------------------------------------------------------------------------

    @Test
    void aRefusalIsAskedAgainAfterSixMonths_andTheThirdGoesToTheSteeringBoard() {
        prepared();
        meet("REFUSED", "metOn", START.toString(), "obstacles", "OWNER_NOT_INTERESTED");
        assertThat(openSteps()).isEmpty();
        assertThat(retryDay()).isEqualTo(START.plusMonths(6));
        again();
        meet("REFUSED", "metOn", today().toString());
        again();
        meet("REFUSED", "metOn", today().toString());

        assertThat(steps()).endsWith("prepareMeeting=DONE", "meetOwner=REFUSED");
        assertThat(row(code, "meetOwner")).containsEntry("round", 3);
        assertThat(openSteps()).containsExactly("reviewPaused");
        review(false);
        assertThat(steps()).endsWith("meetOwner=REFUSED", "reviewPaused=NO", "end=PAUSED");
        assertThat(row(code, "reviewPaused")).containsEntry("recorded_by", "board");
        assertEnded("PAUSED");
    }

    @Test
    void aDeferralIsAskedAgainAfterThreeMonths_andTheFourthGoesToTheSteeringBoard() {
        prepared();
        for (int meeting = 1; meeting <= 3; meeting++) {
            LocalDate day = today();
            meet("DEFERRED", "metOn", day.toString());
            assertThat(retryDay()).isEqualTo(day.plusMonths(3));
            again();
        }
        meet("DEFERRED", "metOn", today().toString());

        assertThat(row(code, "meetOwner")).containsEntry("round", 4).containsEntry("result", "DEFERRED");
        assertThat(openSteps()).containsExactly("reviewPaused");
    }

    @Test
    void nobodyReachedIsTriedAgainAfterAMonth_andTheThirdTimeGoesToTheSteeringBoard() {
        prepared();
        meet("UNREACHABLE");
        assertThat(row(code, "meetOwner")).containsEntry("occurred_on", Date.valueOf(START));
        assertThat(retryDay()).isEqualTo(START.plusMonths(1));
        again();
        meet("UNREACHABLE");
        again();
        meet("UNREACHABLE");

        assertThat(openSteps()).containsExactly("reviewPaused");
    }

    @Test
    void everyMeetingCounts_whateverTheAnswerBefore() {
        prepared();
        meet("DEFERRED", "metOn", today().toString());
        again();
        meet("UNREACHABLE");
        again();
        meet("REFUSED", "metOn", today().toString());

        assertThat(steps()).endsWith("meetOwner=REFUSED");
        assertThat(openSteps()).containsExactly("reviewPaused");
    }

    @Test
    void theOwnerWhoCallsDuringTheWaitIsMetAtOnce_andThePapersAreChosenOnce() {
        prepared();
        meet("REFUSED", "metOn", START.toString());
        message("outreach.ownerContacted", code);

        assertThat(openSteps()).containsExactly("prepareMeeting");
        assertThat(runtime.getVariables(phase.getId())).doesNotContainKeys("meetingDate", "metOn", "obstacles", "materials", "note");
        prepare(START);
        meet("AGREED", "metOn", START.toString());
        assertThat(steps()).containsOnlyOnce("chooseMaterials=DONE");
        assertEnded("AGREED");
    }

    @Test
    void theOwnersCallIsRefusedWhileNobodyWaitsForIt() {
        assertThatThrownBy(() -> message("outreach.ownerContacted", code))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
        assertThat(openSteps()).containsExactly("chooseMaterials", "prepareMeeting");
    }

    // --- the steering board ----------------------------------------------------------------------------------------

    @Test
    void theSteeringBoardGoesOnWithANewMember_whoGetsTheTasksAndThreeMoreMeetings() {
        refusedThrice();
        review(true, "responsibleMember", "officer2");

        assertThat(steps()).endsWith("reviewPaused=YES");
        assertThat(register(code, "responsible_member")).isEqualTo("officer2");
        assertThat(told(code)).contains("responsible-member-changed:officer1", "responsible-member-changed:officer2");
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer2");
        assertThat(runtime.getVariables(phase.getId())).doesNotContainKey("responsibleMember");

        for (int meeting = 1; meeting <= 2; meeting++) {
            complete("officer2", code, "prepareMeeting", "meetingDate", today().toString());
            complete("officer2", code, "meetOwner", "persuasionOutcome", "REFUSED", "metOn", today().toString());
            assertThat(openSteps()).isEmpty();
            message("outreach.ownerContacted", code);
        }
        complete("officer2", code, "prepareMeeting", "meetingDate", today().toString());
        complete("officer2", code, "meetOwner", "persuasionOutcome", "REFUSED", "metOn", today().toString());
        assertThat(row(code, "meetOwner")).containsEntry("round", 6);
        assertThat(openSteps()).containsExactly("reviewPaused");
    }

    @Test
    void theSteeringBoardGoesOnWithTheSameMember() {
        refusedThrice();
        review("true");

        assertThat(register(code, "responsible_member")).isEqualTo("officer1");
        assertThat(told(code)).doesNotContain("responsible-member-changed:officer1");
        assertThat(openSteps()).containsExactly("prepareMeeting");
    }

    @Test
    void aNewMemberWhoIsUnknownIsRefused() {
        refusedThrice();
        refusedField("responsibleMember", "field-choice", () -> review(true, "responsibleMember", "nobody"));
        refusedField("responsibleMember", "field-choice", () -> review(true, "responsibleMember", "zoneunion"));
        refusedField("responsibleMember", "field-choice", () -> review(true, "responsibleMember", "integration"));
        assertThat(register(code, "responsible_member")).isEqualTo("officer1");
        refusedField("resume", "field-missing", () -> complete("board", code, "reviewPaused"));
        refusedField("resume", "field-type", () -> review("perhaps"));
    }

    // --- people and days -------------------------------------------------------------------------------------------

    @Test
    void tasksAreDueInWorkingDays_andGoToWhoseStepItIs() {
        at(LocalDate.of(2026, 10, 5));
        begin(enterprise("owner_language", "ko"));
        assertThat(due("chooseMaterials")).isEqualTo("2026-10-12T17:00");
        assertThat(due("prepareMeeting")).isEqualTo("2026-10-12T17:00");
        assertThat(task(code, "chooseMaterials").getAssignee()).isNull();
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer1");
        assertThat(told(code)).contains("task-assigned:officer1", "task-offered:propaganda");
        choose("LAW_DIGEST");
        prepare(LocalDate.of(2026, 10, 8));
        assertThat(due("meetOwner")).isEqualTo("2026-10-13T17:00");
    }

    @Test
    void theSteeringBoardHasTenWorkingDays() {
        at(LocalDate.of(2026, 10, 5));
        begin(enterprise("owner_language", "ko"));
        refusedThrice();
        assertThat(task(code, "reviewPaused").getAssignee()).isNull();
        assertThat(due("reviewPaused")).isEqualTo("2026-10-19T17:00");
    }

    @ParameterizedTest
    @CsvSource({"officer1, chooseMaterials", "officer2, prepareMeeting", "propaganda, prepareMeeting"})
    void nobodyDoesAnothersStep(String userId, String step) {
        Refusal refusal = refusedUnchanged(() -> complete(
                userId, code, step, "materials", "LAW_DIGEST", "meetingDate", START.toString()));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void whereNobodyIsResponsibleTheUnitsDoIt() {
        begin(enterprise("responsible_member", null));
        assertThat(task(code, "prepareMeeting").getAssignee()).isNull();
        choose("UNION_RIGHTS");
        complete("massmob", code, "prepareMeeting", "meetingDate", START.toString());
        complete("officer3", code, "meetOwner", "persuasionOutcome", "AGREED", "metOn", START.toString());
        assertEnded("AGREED");
    }

    // --- papers ----------------------------------------------------------------------------------------------------

    @Test
    void papersAreOfferedInTheOwnersLanguage_andTheLedgerKeepsWhichOnes() {
        assertThat(String.valueOf(tasks.getVariable(task(code, "chooseMaterials").getId(), "materialOptions")))
                .contains("LAW_DIGEST|").contains("bản tiếng Hàn").hasLineCount(5);
        choose(SpinValues.jsonValue("[\"LAW_DIGEST\", \"OWNER_BENEFITS\"]").create());

        assertThat(details("chooseMaterials"))
                .contains("\"materials\":[\"LAW_DIGEST\",\"OWNER_BENEFITS\"]")
                .contains("\"language\":\"ko\"")
                .contains("2026.1");
        assertThat(runtime.getVariables(phase.getId())).doesNotContainKeys("materials", "materialOptions");
    }

    @ParameterizedTest
    @CsvSource({"LAW_BOOK, field-choice", "'LAW_DIGEST, law_digest', field-choice", "'', field-missing", "',', field-missing"})
    void papersThatAreNotInTheCatalogueAreRefused(String codes, String reason) {
        refusedField("materials", reason, () -> choose(codes));
    }

    @Test
    void papersAreAListOfCodes() {
        refusedField("materials", "field-type", () -> choose(7));
        refusedField("materials", "field-missing", () -> complete("propaganda", code, "chooseMaterials"));
    }

    // --- what is refused -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"TODAY-1, date-past", "05/10/2026, field-type", "'', field-missing"})
    void aMeetingIsPlannedForTodayOrLater(String day, String reason) {
        refusedField("meetingDate", reason, () -> complete("officer1", code, "prepareMeeting", "meetingDate", value(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "persuasionOutcome, PERHAPS, field-choice",
        "persuasionOutcome, '', field-missing",
        "metOn, TODAY+1, date-future",
        "metOn, TODAY-1, date-order",
        "metOn, hôm qua, field-type",
        "metOn, '', field-missing",
        "obstacles, 'OWNER_UNAWARE,BAD_WEATHER', field-choice",
        "conditions, '   ', field-missing"
    })
    void whatCannotBeIsRefusedAndNothingIsWritten(String field, String value, String reason) {
        prepared();
        Map<String, Object> form = new HashMap<>(vars(
                "persuasionOutcome", "AGREED_WITH_CONDITIONS", "metOn", START.toString(), "conditions", CONDITIONS));
        form.put(field, value(value));
        refusedField(field, reason, () -> complete("officer1", code, "meetOwner", pairs(form)));
        assertThat(register(code, "owner_agreed_on")).isNull();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        prepared();
        refusedField("conditions", "field-range", () -> meet("AGREED_WITH_CONDITIONS", "metOn", START.toString(), "conditions", "x".repeat(1001)));
        refusedField("note", "field-range", () -> meet("AGREED", "metOn", START.toString(), "note", "x".repeat(4001)));
    }

    @ParameterizedTest
    @EnumSource(value = PersuasionOutcome.class, names = "UNREACHABLE", mode = EnumSource.Mode.EXCLUDE)
    void aMeetingHasADay(PersuasionOutcome outcome) {
        prepared();
        refusedField("metOn", "field-missing", () -> meet(outcome.name(), "conditions", CONDITIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditions", "persuasionOutcome", "metOn"})
    void aMissingFieldIsNamed(String missing) {
        prepared();
        Map<String, Object> form = new HashMap<>(vars(
                "persuasionOutcome", "AGREED_WITH_CONDITIONS", "metOn", START.toString(), "conditions", CONDITIONS));
        form.remove(missing);
        refusedField(missing, "field-missing", () -> complete("officer1", code, "meetOwner", pairs(form)));
    }

    // --- steps -----------------------------------------------------------------------------------------------------

    private void prepared() {
        choose("LAW_DIGEST,PEER_EXAMPLES");
        prepare(today());
    }

    private void choose(Object materials) {
        complete("propaganda", code, "chooseMaterials", "materials", materials);
    }

    private void prepare(LocalDate meetingDate) {
        complete("officer1", code, "prepareMeeting", "meetingDate", meetingDate.toString());
    }

    private void meet(String outcome, Object... more) {
        Map<String, Object> form = vars(more);
        form.put("persuasionOutcome", outcome);
        complete("officer1", code, "meetOwner", pairs(form));
    }

    private void review(Object resume, Object... more) {
        Map<String, Object> form = vars(more);
        form.put("resume", resume);
        complete("board", code, "reviewPaused", pairs(form));
    }

    private void again() {
        fireTimer(code, "event_retryWaitOver");
        assertThat(openSteps()).containsExactly("prepareMeeting");
        prepare(today());
    }

    private void refusedThrice() {
        prepared();
        for (int meeting = 1; meeting <= 2; meeting++) {
            meet("REFUSED", "metOn", today().toString());
            message("outreach.ownerContacted", code);
            prepare(today());
        }
        meet("REFUSED", "metOn", today().toString());
    }

    private LocalDate retryDay() {
        return timer(code, "event_retryWaitOver").getDuedate().toInstant()
                .atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }

    private String details(String step) {
        return String.valueOf(row(code, step).get("details"));
    }
}
