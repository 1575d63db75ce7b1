package vn.outreach.lifecycle.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.OutreachTest;

/** The paths of processes/survey.bpmn, each by the people whose step it is. */
class SurveyProcessTest extends OutreachTest {

    @Test
    void aCompletedSurveyFillsTheRegister_andItsPostingsAreVerified() {
        String taxCode = scheduled();
        complete("officer1", taxCode, "conductSurvey", figures());
        assertThat(register(taxCode, "workers")).isEqualTo(610);
        assertThat(register(taxCode, "surveyed_on")).hasToString(day(0));
        complete("organisation", taxCode, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 3);

        assertThat(register(taxCode, "willing_full_members")).isEqualTo(3);
        assertThat(ledger(taxCode))
                .containsExactly(
                        "survey.scheduleSurvey=DONE",
                        "survey.sendOfficialLetter=DONE",
                        "survey.conductSurvey=COMPLETED",
                        "survey.verifyPostings=DONE",
                        "survey.end=COMPLETED");
        assertThat(row(taxCode, "conductSurvey"))
                .containsEntry("RECORDED_BY", "officer1")
                .containsEntry("SOURCE", "PERSON");
        assertThat(row(taxCode, "sendOfficialLetter")).containsEntry("SOURCE", "WORKER");
        assertThat(isRunning("survey", taxCode)).isFalse();
    }

    @Test
    void theFormsOtherFieldsAreKeptInTheLedger_notInTheEngine() {
        String taxCode = scheduled();
        Object[] figures = figures();
        Object[] withMore = java.util.Arrays.copyOf(figures, figures.length + 2);
        withMore[figures.length] = "products";
        withMore[figures.length + 1] = "3 ca <b>“đêm”</b> 🏭";
        complete("officer1", taxCode, "conductSurvey", withMore);

        assertThat(String.valueOf(row(taxCode, "conductSurvey").get("DETAILS"))).contains("3 ca <b>“đêm”</b> 🏭");
        String instance = task(taxCode, "verifyPostings").getProcessInstanceId();
        assertThat(runtime.getVariables(instance)).doesNotContainKeys("products", "workerCount", "fullMembers");
    }

    @Test
    void postingsMayBeVerifiedByMessage() {
        String taxCode = scheduled();
        complete("officer1", taxCode, "conductSurvey", figures());
        message("outreach.postingsVerified", taxCode, "fullMembersVerified", 4L, "willingFullMembers", 4.0);

        assertThat(register(taxCode, "willing_full_members")).isEqualTo(4);
        assertThat(row(taxCode, "verifyPostings"))
                .containsEntry("SOURCE", "MESSAGE")
                .containsEntry("RECORDED_BY", "integration");
        assertThat(told(taxCode)).contains("task-taken-by-message:officer1");
        assertThatThrownBy(() -> message("outreach.postingsVerified", taxCode, "fullMembersVerified", 4))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @Test
    void aRefusalIsAskedAgainAfterThreeMonths_andTheThirdPauses() {
        String taxCode = scheduled();
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "REFUSED");
        fireTimer(taxCode, "event_refusalWaitOver");
        again(taxCode);
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "UNREACHABLE");
        message("outreach.ownerContacted", taxCode);
        again(taxCode);
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "REFUSED");
        message("outreach.ownerContacted", taxCode);
        again(taxCode);
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "REFUSED");

        assertThat(ledger(taxCode)).endsWith("survey.conductSurvey=REFUSED", "survey.end=PAUSED");
        assertThat(row(taxCode, "conductSurvey")).containsEntry("ROUND", 4);
    }

    @Test
    void nobodyReachedThreeTimesPauses() {
        String taxCode = scheduled();
        for (int i = 0; i < 2; i++) {
            complete("officer1", taxCode, "conductSurvey", "surveyResult", "UNREACHABLE");
            fireTimer(taxCode, "event_unreachableWaitOver");
            again(taxCode);
        }
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "UNREACHABLE");
        assertThat(ledger(taxCode)).endsWith("survey.end=PAUSED");
    }

    @Test
    void aClosedEnterpriseEndsTheSurvey() {
        String taxCode = scheduled();
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "CLOSED");
        assertThat(ledger(taxCode)).endsWith("survey.conductSurvey=CLOSED", "survey.end=ENTERPRISE_CLOSED");
    }

    @Test
    void tasksAreDueInWorkingDays_andGoToTheResponsibleMember() {
        at(LocalDate.of(2026, 10, 5));
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        assertThat(task(taxCode, "scheduleSurvey").getAssignee()).isEqualTo("officer1");
        assertThat(due(taxCode, "scheduleSurvey")).isEqualTo("2026-10-12T17:00");
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", "2026-10-08", "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter");
        assertThat(due(taxCode, "conductSurvey")).isEqualTo("2026-10-13T17:00");
        assertThat(task(taxCode, "conductSurvey").getPriority()).isEqualTo(20);
        assertThat(told(taxCode)).contains("task-assigned:officer1");
    }

    @Test
    void onlyTheAssigneeOrACandidateOfAnUnassignedTaskMayComplete() {
        String taxCode = scheduled();
        assertThatThrownBy(() -> complete("officer2", taxCode, "conductSurvey", figures()))
                .hasMessageContaining("đang do Nguyễn Thị Hạnh làm");
        complete("officer1", taxCode, "conductSurvey", figures());
        assertThatThrownBy(() -> complete(
                        "officer1", taxCode, "verifyPostings", "fullMembersVerified", 5, "willingFullMembers", 3))
                .hasMessageContaining("không được giao cho đồng chí");
        assertThat(openSteps(taxCode)).containsExactly("verifyPostings");
    }

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource({
        "surveyResult, PERHAPS, surveyResult",
        "workerCount, nhiều, workerCount",
        "workerCount, 12.5, workerCount",
        "workerCount, -1, workerCount",
        "unionMembers, 611, unionMembers",
        "fullMembers, 611, fullMembers",
        "probationaryMembers, 608, probationaryMembers",
        "conductedOn, TODAY+1, conductedOn",
        "conductedOn, TODAY-1, conductedOn",
        "conductedOn, 05/10/2026, conductedOn",
        "ownerAttitude, ANGRY, ownerAttitude",
        "accessibility, '', accessibility",
        "unionRecognisedOn, 2030-01-01, unionRecognisedOn"
    })
    void whatCannotBeIsRefusedAndNothingIsWritten(String field, String text, String named) {
        String value = value(text);
        String taxCode = scheduled();
        Map<String, Object> form = vars(figures());
        form.put(field, value.matches("-?\\d+(\\.\\d+)?") ? (Object) Double.valueOf(value) : value);
        String taskId = task(taxCode, "conductSurvey").getId();
        assertThatThrownBy(() -> as("officer1", () -> tasks.complete(taskId, form))).hasMessageContaining(named);
        assertThat(openSteps(taxCode)).containsExactly("conductSurvey");
        assertThat(ledger(taxCode)).hasSize(2);
        assertThat(register(taxCode, "surveyed_on")).isNull();
    }

    /** The register's own rules hold for a step as for a person, and the refusal names the step's field. */
    @Test
    void noStepGoesPastTheRulesOfTheRegister() {
        String taxCode = scheduled();
        complete("officer1", taxCode, "conductSurvey", figures());
        String taskId = task(taxCode, "verifyPostings").getId();
        assertThatThrownBy(() -> as("organisation", () ->
                tasks.complete(taskId, vars("fullMembersVerified", 611, "willingFullMembers", 3)))).hasMessageContaining("fullMembersVerified");
        assertThatThrownBy(() -> as("organisation", () ->
                tasks.complete(taskId, vars("fullMembersVerified", 5, "willingFullMembers", 6)))).hasMessageContaining("willingFullMembers");
        assertThat(openSteps(taxCode)).containsExactly("verifyPostings");
    }

    @ParameterizedTest(name = "consent {0}, member {1}, result {2}")
    @CsvSource({", true, COMPLETED", "false, true, COMPLETED", "'', false, COMPLETED", "no, true, COMPLETED",
        ", false, REFUSED", "false, true, UNREACHABLE"})
    void theOwnersPartyMembershipIsNotWrittenDownWithoutConsent(String consent, String member, String result) {
        String taxCode = scheduled();
        Map<String, Object> form = vars(figures());
        form.put("surveyResult", result);
        form.put("ownerIsPartyMember", member);
        if (consent != null) {
            form.put("ownerConsentGiven", consent);
        }
        String taskId = task(taxCode, "conductSurvey").getId();
        assertThatThrownBy(() -> as("officer1", () -> tasks.complete(taskId, form)))
                .hasMessageContaining("no".equals(consent) ? "ownerConsentGiven" : "ownerIsPartyMember");
        form.put("ownerConsentGiven", Boolean.FALSE);
        form.put("ownerIsPartyMember", Boolean.TRUE);
        assertThatThrownBy(() -> as("officer1", () -> tasks.complete(taskId, form))).hasMessageContaining("ownerIsPartyMember");
        assertThat(ledger(taxCode)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE_FLAG"})
    void theOwnersPartyMembershipIsWrittenDownWithConsent(String consent) {
        String taxCode = scheduled();
        Map<String, Object> form = vars(figures());
        form.put("ownerConsentGiven", consent.equals("true") ? consent : Boolean.TRUE);
        form.put("ownerIsPartyMember", "false");
        String taskId = task(taxCode, "conductSurvey").getId();
        as("officer1", () -> tasks.complete(taskId, form));
        assertThat(String.valueOf(row(taxCode, "conductSurvey").get("DETAILS"))).contains("\"ownerIsPartyMember\":\"false\"");
    }

    @ParameterizedTest
    @CsvSource({"surveyDate", "surveyMethod"})
    void aMissingFieldIsNamed(String missing) {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        Map<String, Object> form = vars("surveyDate", day(3), "surveyMethod", "PHONE");
        form.remove(missing);
        String taskId = task(taxCode, "scheduleSurvey").getId();
        assertThatThrownBy(() -> as("officer1", () -> tasks.complete(taskId, form))).hasMessageContaining(missing);
        assertThat(ledger(taxCode)).isEmpty();
    }

    @Test
    void aSurveyIsPlannedForTodayOrLater() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        assertThatThrownBy(() -> complete(
                        "officer1", taxCode, "scheduleSurvey", "surveyDate", day(-1), "surveyMethod", "VISIT"))
                .hasMessageContaining("surveyDate");
    }

    private String scheduled() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        schedule(taxCode);
        return taxCode;
    }

    private void schedule(String taxCode) {
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(taxCode, "sendOfficialLetter", "letterNumber", "12-CV/ĐU", "letterSentOn", today().toString());
    }

    private void again(String taxCode) {
        assertThat(runtime.getVariables(task(taxCode, "scheduleSurvey").getProcessInstanceId()))
                .doesNotContainKeys("surveyDate", "surveyMethod");
        schedule(taxCode);
    }

    private static Object[] figures() {
        return new Object[] {
            "surveyResult", "COMPLETED",
            "conductedOn", day(0),
            "accessibility", "EASY",
            "ownerAttitude", "NEUTRAL",
            "workerCount", 610,
            "unionMembers", 0,
            "youthUnionMembers", 12,
            "youthBranches", 0,
            "fullMembers", 4,
            "probationaryMembers", 1
        };
    }

    private String due(String taxCode, String step) {
        return ZonedDateTime.ofInstant(
                        task(taxCode, step).getDueDate().toInstant(), OutreachApplication.ZONE.toZoneId())
                .toLocalDateTime()
                .toString();
    }
}
