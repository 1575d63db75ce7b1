package vn.outreach.lifecycle.caseevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.testing.OutreachTest;

/** Every event that may be reported, to everyone who may wait for it, and everything that can be reported wrong. */
class CaseEventProcessTest extends OutreachTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 3, 2);

    @Autowired
    private Candidates candidates;

    // --- the owner -------------------------------------------------------------------------------------------------

    @Test
    void theOwnersCallEndsTheWaitOfASurvey() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        complete("officer1", taxCode, "scheduleSurvey", "surveyDate", TODAY.toString(), "surveyMethod", "PHONE");
        completeExternal(taxCode, "sendOfficialLetter");
        complete("officer1", taxCode, "conductSurvey", "surveyResult", "UNREACHABLE");
        report("officer2", "ownerContacted", "enterpriseCode", taxCode, "note", "Gọi điện lúc 9 giờ <b>“sáng”</b>");

        assertThat(ledger(taxCode)).endsWith("survey.conductSurvey=UNREACHABLE", "caseEvent.deliverEvent=DONE", "caseEvent.end=DONE");
        assertThat(row(taxCode, "deliverEvent"))
                .containsEntry("occurred_on", Date.valueOf(TODAY))
                .containsEntry("recorded_by", "officer2")
                .containsEntry("source", "PERSON");
        assertThat(String.valueOf(row(taxCode, "deliverEvent").get("details")))
                .contains("ownerContacted")
                .contains("Gọi điện lúc 9 giờ <b>“sáng”</b>");
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
    }

    @Test
    void theOwnersCallEndsTheWaitOfThePersuasion() {
        String taxCode = refusedOwner();
        report("organisation", "ownerContacted", "enterpriseCode", " " + taxCode + " ");

        assertThat(ledger(taxCode)).endsWith("caseEvent.deliverEvent=DONE", "caseEvent.end=DONE");
        assertThat(openSteps(taxCode)).containsExactly("prepareMeeting");
    }

    @Test
    void theOwnersCallEndsTheUmbrellasWait() {
        String taxCode = enterprise(
                "surveyed_on", TODAY.minusDays(10), "union_recognised_on", LONG_AGO, "youth_union_founded_on", LONG_AGO);
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        complete("propaganda", taxCode, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", taxCode, "prepareMeeting", "meetingDate", TODAY.toString());
        complete("officer1", taxCode, "meetOwner", "persuasionOutcome", "AGREED_UNION_ONLY", "metOn", TODAY.toString());
        assertThat(openSteps(taxCode)).isEmpty();
        report("officer1", "ownerContacted", "enterpriseCode", taxCode);

        assertThat(ledger(taxCode)).contains("caseEvent.deliverEvent=DONE");
        assertThat(openSteps(taxCode)).containsExactly("chooseMaterials", "prepareMeeting");
    }

    @Test
    @Tag("both-databases")
    void theSameCallReportedTwiceAtOnceIsDeliveredOnce() throws Exception {
        String taxCode = refusedOwner();
        List<Throwable> failures = atOnce(
                () -> catchThrowable(() -> report("officer1", "ownerContacted", "enterpriseCode", taxCode)),
                () -> catchThrowable(() -> report("officer2", "ownerContacted", "enterpriseCode", taxCode)));

        assertThat(ledger(taxCode)).containsOnlyOnce("caseEvent.deliverEvent=DONE");
        assertThat(openSteps(taxCode)).containsExactly("prepareMeeting");
        assertThat(failures).filteredOn(failure -> failure == null).hasSize(1);
        assertThat(failures)
                .filteredOn(failure -> failure != null)
                .singleElement()
                .satisfies(failure -> assertThat(Refusal.in(failure).code()).isEqualTo("nothing-waits"));
    }

    // --- members and cells -----------------------------------------------------------------------------------------

    @Test
    void theThirdWillingMemberStartsTheFounding() {
        String taxCode = waitingForMembers();
        report("organisation", "membershipChanged", "enterpriseCode", taxCode, "willingFullMembers", 3.0);

        assertThat(ledger(taxCode)).contains("enterpriseOutreach.membershipChanged=DONE", "caseEvent.deliverEvent=DONE");
        assertThat(row(taxCode, "membershipChanged")).containsEntry("source", "MESSAGE").containsEntry("recorded_by", "organisation");
        assertThat(register(taxCode, "willing_full_members")).isEqualTo(3);
        assertThat(openSteps(taxCode)).containsExactly("collectTransferWishes");
    }

    @Test
    void aCellThatIsTooSmallIsRestored() {
        String taxCode = enterprise("cell_founded_on", LONG_AGO, "full_members", 3);
        report("officer1", "cellBelowMinimum", "enterpriseCode", taxCode, "fullMembers", 2);

        assertThat(ledger(taxCode)).containsExactly("caseEvent.deliverEvent=DONE", "caseEvent.end=DONE");
        assertThat(register(taxCode, "full_members")).isEqualTo(2);
        assertThat(openSteps(taxCode)).containsExactly("restoreCell");

        Refusal again = refused(() -> report("officer1", "cellBelowMinimum", "enterpriseCode", taxCode, "fullMembers", 1));
        assertThat(again.code()).isEqualTo("case-running");
        assertThat(again.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void anEnterpriseWithoutACellHasNoneToRestore() {
        String taxCode = enterprise();
        refusedField("enterpriseCode", "cell-missing", taxCode, "officer1", "cellBelowMinimum", "fullMembers", 2);
    }

    // --- closing ---------------------------------------------------------------------------------------------------

    @Test
    void aClosedEnterpriseEndsItsCaseAndMovesItsCandidates() {
        String taxCode = waitingForMembers();
        String candidate = introduced(taxCode);
        at(TODAY.plusDays(3));
        report("officer1", "enterpriseClosed", "enterpriseCode", taxCode, "reason", "Phá sản", "occurredOn", day(1));

        assertThat(ledger(taxCode)).contains(
                "enterpriseOutreach.enterpriseClosed=DONE",
                "memberAdmission.end=TRANSFERRED",
                "enterpriseOutreach.end=ENTERPRISE_CLOSED",
                "caseEvent.deliverEvent=DONE");
        assertThat(row(taxCode, "enterpriseClosed")).containsEntry("occurred_on", Date.valueOf(day(1)));
        assertClosed(taxCode, day(1), "Phá sản");
        assertThat(isRunning("enterpriseOutreach", taxCode)).isFalse();
        assertThat(isRunning("memberAdmission", candidate)).isFalse();
    }

    @Test
    void aClosedEnterpriseWithoutACaseIsWrittenDown_andItsCandidatesMove() {
        String taxCode = enterprise("cell_founded_on", LONG_AGO);
        String one = introduced(taxCode);
        String other = introduced(taxCode);
        String elsewhere = introduced(enterprise("cell_founded_on", LONG_AGO));
        report("organisation", "enterpriseClosed", "enterpriseCode", taxCode, "reason", "Giải thể");

        assertThat(ledger(taxCode))
                .endsWith("caseEvent.end=DONE")
                .containsOnlyOnce("caseEvent.enterpriseClosed=DONE")
                .doesNotContain("caseEvent.deliverEvent=DONE")
                .filteredOn("memberAdmission.end=TRANSFERRED"::equals)
                .hasSize(2);
        assertClosed(taxCode, TODAY.toString(), "Giải thể");
        assertThat(isRunning("memberAdmission", one)).isFalse();
        assertThat(isRunning("memberAdmission", other)).isFalse();
        assertThat(isRunning("memberAdmission", elsewhere)).isTrue();

        assertThat(refused(() -> report("officer1", "enterpriseClosed", "enterpriseCode", taxCode, "reason", "Lần nữa")).code())
                .isEqualTo("nothing-waits");
        assertClosed(taxCode, TODAY.toString(), "Giải thể");
    }

    // --- candidates ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "organisation", "mobilecell"})
    void anIntroducedCandidateGetsAnAdmission(String userId) {
        String taxCode = waitingForMembers();
        String candidate = candidate(taxCode);
        report(userId, "candidateIntroduced", "enterpriseCode", taxCode, "candidateRef", candidate);

        assertThat(ledger(taxCode)).contains("enterpriseOutreach.startMemberAdmission=DONE", "caseEvent.deliverEvent=DONE");
        assertThat(row(taxCode, "deliverEvent")).containsEntry("candidate_ref", null);
        assertThat(String.valueOf(row(taxCode, "deliverEvent").get("details"))).doesNotContain(candidate);
        assertThat(openSteps(candidate)).containsExactly("recordConsent");

        Refusal again = refused(() -> report(userId, "candidateIntroduced", "enterpriseCode", taxCode, "candidateRef", candidate));
        assertThat(again.code()).isEqualTo("case-running");
    }

    @ParameterizedTest
    @CsvSource({
        "candidateWithdrew, mobilecell, WITHDRAWN",
        "consentWithdrawn, organisation, CONSENT_WITHDRAWN",
        "candidateMoved, mobilecell, TRANSFERRED"
    })
    void whatACandidateDecidesEndsTheAdmission(String event, String userId, String result) {
        String taxCode = enterprise("cell_founded_on", LONG_AGO);
        String candidate = introduced(taxCode);
        String report = report(userId, event, "candidateRef", candidate, "note", "Qua điện thoại", "enterpriseCode", taxCode);

        assertThat(ledger(taxCode))
                .contains("memberAdmission." + event + "=DONE", "memberAdmission.end=" + result)
                .noneMatch(row -> row.startsWith("caseEvent"));
        assertThat(row(taxCode, event)).containsEntry("recorded_by", userId).containsEntry("candidate_ref", candidate);
        assertThat(String.valueOf(row(taxCode, event).get("details"))).contains("Qua điện thoại");
        assertTellsNobodyWho(report, candidate);
        assertThat(isRunning("memberAdmission", candidate)).isFalse();
        assertThat(refused(() -> report(userId, event, "candidateRef", candidate)).code()).isEqualTo("nothing-waits");
    }

    @Test
    void noNoteNamesACandidate() {
        String taxCode = waitingForMembers();
        String candidate = candidate(taxCode);
        jdbc.sql("update candidate set name = ? where ref = ?").params("Nguyễn Thị Thử", candidate).update();
        refusedField("note", "candidate-named", taxCode, "officer1", "candidateIntroduced",
                "candidateRef", candidate, "note", "Chị nguyễn thị  thử giới thiệu");
        start("organisation", "memberAdmission", "enterpriseCode", taxCode, "candidateRef", candidate);
        refusedField("note", "candidate-named", taxCode, "organisation", "candidateWithdrew",
                "candidateRef", candidate, "note", "Chị Nguyễn Thị Thử xin thôi");
        assertThat(isRunning("memberAdmission", candidate)).isTrue();
    }

    @Test
    void aCandidateWhoMovesTakesTheFileAlong() {
        String candidate = introduced(enterprise("cell_founded_on", LONG_AGO));
        String newHome = enterprise();
        report("organisation", "candidateMoved", "candidateRef", candidate, "toEnterpriseCode", newHome);

        assertThat(candidates.require(candidate).enterpriseCode()).isEqualTo(newHome);
    }

    // --- who may report --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "mobilecell, ownerContacted", "mobilecell, membershipChanged", "mobilecell, enterpriseClosed",
        "mobilecell, cellBelowMinimum", "officer1, candidateWithdrew", "officer1, consentWithdrawn", "officer1, candidateMoved"
    })
    void nobodyReportsWhatIsNotTheirs(String userId, String event) {
        String taxCode = enterprise("cell_founded_on", LONG_AGO);
        Refusal refusal = refused(() -> report(
                userId, event, "enterpriseCode", taxCode, "candidateRef", candidate(taxCode), "reason", "x",
                "fullMembers", 1, "willingFullMembers", 1));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(ledger(taxCode)).isEmpty();
    }

    // --- what is refused -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"ownerContacted", "membershipChanged", "candidateIntroduced"})
    void whatNobodyWaitsForIsRefusedWithASentence(String event) {
        String taxCode = enterprise();
        refusedField(
                "eventType", "nothing-waits", taxCode, "organisation", event,
                "willingFullMembers", 1, "candidateRef", candidate(taxCode));
    }

    @ParameterizedTest
    @CsvSource({
        "eventType, ownerShouted, field-choice",
        "eventType, '', field-missing",
        "enterpriseCode, '', field-missing",
        "enterpriseCode, 0000000000, enterprise-unknown",
        "occurredOn, TODAY+1, date-future",
        "occurredOn, hôm qua, field-type",
        "occurredOn, '', field-missing",
    })
    void aReportSaysWhatHappenedWhereAndWhen(String field, String value, String reason) {
        refusedField(field, reason, refusedOwner(), "officer1", "ownerContacted", field, value(value));
    }

    @Test
    void aNoteHasAnEnd() {
        refusedField("note", "field-range", refusedOwner(), "officer1", "ownerContacted", "note", "x".repeat(1001));
    }

    @ParameterizedTest
    @CsvSource({
        "membershipChanged, willingFullMembers, '', field-missing",
        "membershipChanged, willingFullMembers, ba, field-type",
        "membershipChanged, willingFullMembers, 601, field-range",
        "enterpriseClosed, reason, '', field-missing",
        "cellBelowMinimum, fullMembers, '', field-missing",
        "cellBelowMinimum, fullMembers, 3, field-range",
        "candidateIntroduced, candidateRef, '', field-missing"
    })
    void eachEventHasItsOwnFields(String event, String field, String value, String reason) {
        String taxCode = enterprise(
                "surveyed_on", TODAY.minusDays(10), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO,
                "youth_union_founded_on", LONG_AGO, "cell_founded_on", LONG_AGO);
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        refusedField(field, reason, taxCode, "organisation", event, field, value);
    }

    @Test
    void aCandidatesEventNamesTheCandidate() {
        refusedField("candidateRef", "field-missing", enterprise(), "organisation", "candidateWithdrew");
        refusedField("candidateRef", "candidate-unknown", enterprise(), "organisation", "candidateWithdrew", "candidateRef", "UV-1999-0001");
    }

    // --- helpers ---------------------------------------------------------------------------------------------------

    /** The report's own rows are read by everybody. */
    private void assertTellsNobodyWho(String report, String candidate) {
        assertThat(jdbc.sql("select step, tax_code, candidate_ref, details from outcome where process_instance_id = ? order by id")
                        .param(report)
                        .query()
                        .listOfRows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("tax_code", null).containsEntry("candidate_ref", null))
                .allSatisfy(row -> assertThat(String.valueOf(row.get("details"))).doesNotContain(candidate, "điện thoại"));
    }

    private String report(String userId, String event, Object... more) {
        Map<String, Object> form = vars("eventType", event, "occurredOn", today().toString());
        form.putAll(vars(more));
        ProcessInstance report = start(userId, CaseEventProcess.KEY, form.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray());
        assertThat(report.isEnded()).isTrue();
        return report.getId();
    }

    private static Refusal refused(ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        Refusal refusal = Refusal.in(failure);
        assertThat(refusal).as("a refusal (was: %s)", failure).isNotNull();
        return refusal;
    }

    /** A refused report leaves the ledger and the open tasks as they were. */
    private void refusedField(String field, String reason, String taxCode, String userId, String event, Object... more) {
        List<String> rows = ledger(taxCode);
        List<String> open = openSteps(taxCode);
        Map<String, Object> form = vars("enterpriseCode", taxCode);
        form.putAll(vars(more));
        Refusal refusal = refused(() -> report(userId, event, form.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray()));
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).doesNotContain(field);
        assertThat(ledger(taxCode)).isEqualTo(rows);
        assertThat(openSteps(taxCode)).isEqualTo(open);
    }

    private void assertClosed(String taxCode, String day, String reason) {
        assertThat(register(taxCode, "closed_on")).isEqualTo(Date.valueOf(day));
        assertThat(register(taxCode, "closed_reason")).isEqualTo(reason);
        assertThat(register(taxCode, "stage")).isEqualTo("CLOSED");
        assertThat(openSteps(taxCode)).isEmpty();
    }

    /** An owner who said no: the persuasion waits for the next try. */
    private String refusedOwner() {
        String taxCode = enterprise();
        startPhase("ownerPersuasion", taxCode);
        complete("propaganda", taxCode, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", taxCode, "prepareMeeting", "meetingDate", TODAY.toString());
        complete("officer1", taxCode, "meetOwner", "persuasionOutcome", "REFUSED", "metOn", TODAY.toString());
        return taxCode;
    }

    /** A case in which everything is there but the third member who is willing to found a cell. */
    private String waitingForMembers() {
        String taxCode = enterprise(
                "surveyed_on", TODAY.minusDays(10), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO,
                "youth_union_founded_on", LONG_AGO, "full_members", 2, "willing_full_members", 2);
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        assertThat(openSteps(taxCode)).isEmpty();
        return taxCode;
    }

    private String candidate(String taxCode) {
        return candidates.allocate(taxCode);
    }

    /** A candidate whose admission runs. */
    private String introduced(String taxCode) {
        String candidate = candidate(taxCode);
        start("organisation", "memberAdmission", "enterpriseCode", taxCode, "candidateRef", candidate);
        return candidate;
    }

    private static List<Throwable> atOnce(Callable<Throwable> one, Callable<Throwable> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> done : both.invokeAll(List.of(one, other))) {
                failures.add(done.get());
            }
            return failures;
        } finally {
            both.shutdown();
        }
    }
}
