package vn.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.candidate.Candidates;
import vn.outreach.enterprise.EnterpriseService;
import vn.outreach.refusal.Refusal;
import vn.outreach.testing.OutreachTest;

/** The paths of processes/enterpriseOutreach.bpmn with their real phases, each step by the people whose step it is. */
class EnterpriseOutreachProcessTest extends OutreachTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 5, 4);

    @Autowired
    private EnterpriseService enterprises;

    @Autowired
    private Candidates candidates;

    @Autowired
    private TransactionTemplate transaction;

    // --- whole ways --------------------------------------------------------------------------------------------------

    @Test
    void fromTheFirstSurveyToTheHandOver() {
        String code = enterprise("workers", null);
        open(code);
        assertThat(stage(code)).isEqualTo("PLANNED");
        survey(code, 4);
        assertThat(stage(code)).isEqualTo("SURVEYED");
        assertThat(register(code, "priority")).isEqualTo(3);
        meet(code, "AGREED");
        assertThat(stage(code)).isEqualTo("UNION");
        union(code, "RECOGNISED");
        assertThat(stage(code)).isEqualTo("CELL_FILE");
        cell(code, 4, "FOUNDED");
        assertThat(stage(code)).isEqualTo("CELL_FOUNDED");
        complete("officer1", code, "handOver", "handOver", true, "handedOverOn", today().toString());

        assertThat(ledger(code)).containsSubsequence(
                "survey.end=COMPLETED",
                "enterpriseOutreach.rank=DONE",
                "ownerPersuasion.end=AGREED",
                "unionFounding.end=RECOGNISED",
                "enterpriseOutreach.partyOrganisationForm=OWN_CELL",
                "partyCellFounding.end=FOUNDED",
                "enterpriseOutreach.handOver=YES",
                "enterpriseOutreach.end=COMPLETED");
        assertThat(stage(code)).isEqualTo("COMPLETED");
        assertThat(told(code)).contains("phase-result:officer1", "case-closed:officer1");
        assertThat(jdbc.sql("select result from outreach_case where tax_code = ?").param(code).query(String.class).single())
                .isEqualTo("COMPLETED");
        assertThat(jdbc.sql("select count(*) from running_case where business_key = ?").param(code).query(Integer.class).single())
                .isZero();
    }

    @Test
    void aHalfDoneEnterpriseBeginsWhereItIs() {
        String code = enterprise(
                "surveyed_on", today().minusMonths(2), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO,
                "youth_union_founded_on", LONG_AGO, "cell_founded_on", LONG_AGO);
        open(code);
        assertThat(ledger(code)).contains(
                "survey.skipped=SKIPPED",
                "ownerPersuasion.skipped=SKIPPED",
                "unionFounding.skipped=SKIPPED",
                "youthUnionFounding.skipped=SKIPPED",
                "partyCellFounding.skipped=SKIPPED");
        assertThat(openSteps(code)).containsExactly("handOver");
        complete("officer1", code, "handOver", "handOver", "false");
        assertThat(openSteps(code)).isEmpty();
        fireTimer(code, "event_handOverWaitOver");
        complete("officer1", code, "handOver", "handOver", true, "handedOverOn", today().toString());
        assertThat(ledger(code)).endsWith("enterpriseOutreach.end=COMPLETED");
    }

    @Test
    void aSurveyOlderThanAYearIsMadeAnew() {
        String code = enterprise("surveyed_on", today().minusMonths(13));
        open(code);
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
    }

    // --- early ends --------------------------------------------------------------------------------------------------

    @Test
    void aSurveyThatIsPausedEndsTheCase() {
        String code = enterprise();
        open(code);
        for (int attempt = 1; attempt <= 3; attempt++) {
            schedule(code);
            complete("officer1", code, "conductSurvey", "surveyResult", "REFUSED");
            if (attempt < 3) {
                message("outreach.ownerContacted", code);
            }
        }
        assertThat(ledger(code)).endsWith("survey.end=PAUSED", "enterpriseOutreach.end=PAUSED");
        assertThat(stage(code)).isEqualTo("REFUSED_PAUSED");
    }

    @Test
    void anEnterpriseFoundClosedEndsTheCase() {
        String code = enterprise();
        open(code);
        schedule(code);
        complete("officer1", code, "conductSurvey", "surveyResult", "CLOSED");
        assertThat(ledger(code)).endsWith("survey.end=ENTERPRISE_CLOSED", "enterpriseOutreach.end=ENTERPRISE_CLOSED");
        assertThat(stage(code)).isEqualTo("CLOSED");
        assertThat(register(code, "closed_on")).hasToString(today().toString());
    }

    @Test
    void persuasionThatIsNotFeasibleEndsTheCase() {
        String code = surveyed();
        open(code);
        meet(code, "NOT_FEASIBLE");
        assertThat(ledger(code)).endsWith("enterpriseOutreach.end=NOT_FEASIBLE");
        assertThat(stage(code)).isEqualTo("NOT_FEASIBLE");
    }

    @Test
    void persuasionThatIsPausedForGoodEndsTheCase() {
        String code = surveyed();
        open(code);
        for (int attempt = 1; attempt <= 3; attempt++) {
            meet(code, "REFUSED");
            if (attempt < 3) {
                message("outreach.ownerContacted", code);
            }
        }
        assertThat(stage(code)).isEqualTo("REFUSED_PAUSED");
        complete("board", code, "reviewPaused", "resume", false);
        assertThat(ledger(code)).endsWith("ownerPersuasion.end=PAUSED", "enterpriseOutreach.end=PAUSED");
    }

    // --- union -------------------------------------------------------------------------------------------------------

    @Test
    void unionOnlyFirst_thenTheOwnerIsPersuadedAgain_andAnsweredPhasesAreNotRepeated() {
        String code = surveyed("willing_full_members", 3);
        open(code);
        meet(code, "AGREED_UNION_ONLY");
        assertThat(register(code, "owner_agreed_on")).isNull();
        union(code, "RECOGNISED");
        assertThat(openSteps(code)).isEmpty();
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
        fireTimer(code, "event_persuadeAgainWaitOver");
        meet(code, "AGREED");
        assertThat(openSteps(code)).containsExactly("collectTransferWishes");
        assertThat(ledger(code).stream().filter("unionFounding.end=RECOGNISED"::equals)).hasSize(1);
    }

    @Test
    void afterUnionOnlyTheOwnersCallEndsTheWait() {
        String code = surveyed("union_recognised_on", LONG_AGO);
        open(code);
        meet(code, "AGREED_UNION_ONLY");
        message("outreach.ownerContacted", code);
        assertThat(openSteps(code)).contains("prepareMeeting");
    }

    @Test
    void aUnionThatWasNotFormedIsOfferedAgainEveryYear_andTheCaseGoesOn() {
        String code = surveyed("owner_agreed_on", LONG_AGO, "willing_full_members", 1);
        open(code);
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", false);
        assertThat(ledger(code)).contains("unionFounding.end=NOT_FORMED", "enterpriseOutreach.partyOrganisationForm=MOBILE_OR_COMBINED");
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");

        fireTimer(code, "event_unionWaitOver");
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", "false");
        fireTimer(code, "event_unionWaitOver");
        union(code, "RECOGNISED");
        assertThat(register(code, "union_recognised_on")).isNotNull();
        assertThat(management.createJobQuery().processInstanceId(instance(code)).activityId("event_unionWaitOver").count())
                .isZero();
    }

    @Test
    void aRejectedUnionDoesNotStopTheCase() {
        String code = surveyed("owner_agreed_on", LONG_AGO, "willing_full_members", 0);
        open(code);
        union(code, "REJECTED");
        assertThat(ledger(code)).contains("unionFounding.end=REJECTED", "enterpriseOutreach.partyOrganisationForm=HELPER_CELL");
    }

    @Test
    void theYouthUnionNeverBlocks() {
        String code = agreedWithUnion("youth_union_members", 40, "willing_full_members", 3);
        open(code);
        assertThat(openSteps(code)).containsExactly("collectTransferWishes", "formYouthFoundingBoard");
        cell(code, 3, "FOUNDED");
        complete("officer1", code, "handOver", "handOver", true, "handedOverOn", today().toString());
        assertThat(ledger(code)).contains("youthUnionFounding.end=CANCELLED").endsWith("enterpriseOutreach.end=COMPLETED");
    }

    // --- cell --------------------------------------------------------------------------------------------------------

    @Test
    void theThirdFullMemberStartsTheFoundingByItself() {
        String code = agreedWithUnion("willing_full_members", 2);
        open(code);
        assertThat(openSteps(code)).isEmpty();
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
        message("outreach.membershipChanged", code, "willingFullMembers", 3);
        assertThat(openSteps(code)).containsExactly("collectTransferWishes");
        assertThat(register(code, "willing_full_members")).isEqualTo(3);
        assertThat(stage(code)).isEqualTo("CELL_FILE");
    }

    @Test
    void waitingIsReviewedAfterHalfAYear_andMayEndTheCase() {
        String code = agreedWithUnion("willing_full_members", 1);
        open(code);
        fireTimer(code, "event_membersWaitOver");
        complete("officer1", code, "reviewWaiting", "stillFeasible", true);
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
        fireTimer(code, "event_membersWaitOver");
        complete("officer1", code, "reviewWaiting", "stillFeasible", "false");
        assertThat(ledger(code)).endsWith("enterpriseOutreach.reviewWaiting=NO", "enterpriseOutreach.end=NOT_FEASIBLE");
    }

    @Test
    void tooFewMembersLeadBackToWaiting_notToTheSamePhaseAtOnce() {
        String code = agreedWithUnion("willing_full_members", 3);
        open(code);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 2);
        assertThat(ledger(code)).contains("partyCellFounding.end=NOT_ENOUGH_MEMBERS");
        assertThat(openSteps(code)).isEmpty();
        assertThat(register(code, "willing_full_members")).isEqualTo(2);
        message("outreach.membershipChanged", code, "willingFullMembers", 4);
        assertThat(openSteps(code)).containsExactly("collectTransferWishes");
    }

    @Test
    void aRejectedCellIsReviewed() {
        String code = agreedWithUnion("willing_full_members", 3);
        open(code);
        cell(code, 3, "REJECTED");
        assertThat(openSteps(code)).containsExactly("reviewWaiting");
        complete("officer1", code, "reviewWaiting", "stillFeasible", true);
        assertThat(openSteps(code)).containsExactly("collectTransferWishes");
    }

    @Test
    void thirtyMembersFoundACommittee() {
        String code = agreedWithUnion("willing_full_members", 31, "full_members", 31);
        open(code);
        cell(code, 31, "FOUNDED");
        assertThat(ledger(code)).contains(
                "enterpriseOutreach.partyOrganisationForm=COMMITTEE", "partyCellFounding.decideCellFounding=COMMITTEE_FOUNDED");
    }

    @Test
    void theTargetReachedEndsTheCase() {
        String code = agreedWithUnion("cell_founded_on", LONG_AGO);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "admissionTarget", 2);
        runtime.setVariable(instance(code), "admittedInPlanYear", 1);
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
        runtime.setVariable(instance(code), "admittedInPlanYear", 2);
        assertThat(ledger(code)).endsWith("enterpriseOutreach.end=COMPLETED");
    }

    // --- what comes from outside ---------------------------------------------------------------------------------------

    @Test
    void candidatesAreIntroducedAnyNumberOfTimes_butEachOnce() {
        String code = agreedWithUnion("willing_full_members", 1);
        open(code);
        String first = candidate(code);
        String second = candidate(code);
        message("outreach.candidateIntroduced", code, "candidateRef", first);
        message("outreach.candidateIntroduced", code, "candidateRef", second);
        assertThat(openSteps(first)).containsExactly("recordConsent");
        assertThat(openSteps(second)).containsExactly("recordConsent");
        assertThat(stage(code)).isEqualTo("ADMISSION");
        assertThatThrownBy(() -> message("outreach.candidateIntroduced", code, "candidateRef", first))
                .satisfies(failure -> assertThat(Refusal.in(failure).code()).isEqualTo("case-running"));
        assertThat(runtime.getVariables(instance(code))).doesNotContainKey("candidateRef");
        assertThat(row(code, "startMemberAdmission").get("CANDIDATE_REF")).isNull();
    }

    @Test
    void nobodyIsIntroducedBeforeTheOwnerAgreed() {
        String code = surveyed();
        open(code);
        String ref = candidate(code);
        assertThatThrownBy(() -> message("outreach.candidateIntroduced", code, "candidateRef", ref))
                .satisfies(failure -> assertThat(Refusal.in(failure).kind()).isEqualTo(Refusal.Kind.INVALID));
        assertThat(openSteps(ref)).isEmpty();
    }

    @Test
    void anEnterpriseThatClosesEndsEverything_andEveryoneIsTold() {
        String code = agreedWithUnion("willing_full_members", 3);
        open(code);
        String ref = candidate(code);
        message("outreach.candidateIntroduced", code, "candidateRef", ref);
        Task wishes = task(code, "collectTransferWishes");
        as("organisation2", () -> tasks.claim(wishes.getId(), "organisation2"));
        message("outreach.enterpriseClosed", code, "reason", "Phá sản");

        assertThat(ledger(code)).contains("partyCellFounding.end=CANCELLED", "enterpriseOutreach.end=ENTERPRISE_CLOSED", "memberAdmission.end=TRANSFERRED");
        assertThat(stage(code)).isEqualTo("CLOSED");
        assertThat(isRunning("memberAdmission", ref)).isFalse();
        assertThat(told(code)).contains("task-taken-by-message:organisation2", "case-closed:officer1");
    }

    @Test
    void anEnterpriseMayCloseInTheMiddleOfItsSurvey() {
        String code = enterprise();
        open(code);
        message("outreach.enterpriseClosed", code, "reason", "Giải thể");
        assertThat(ledger(code)).contains("survey.end=CANCELLED").endsWith("enterpriseOutreach.end=ENTERPRISE_CLOSED");
    }

    // --- starts ------------------------------------------------------------------------------------------------------

    @Test
    void aSecondCaseIsRefusedAndNamesTheFirst() {
        String code = enterprise();
        open(code);
        assertThatThrownBy(() -> open(code)).hasMessageContaining(instance(code)).satisfies(
                failure -> assertThat(Refusal.in(failure).kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void aCaseDeletedWithoutListenersMakesRoom() {
        String code = enterprise();
        jdbc.sql("insert into running_case(process_key, business_key, process_instance_id, enterprise_code, started_at)"
                        + " values ('enterpriseOutreach', ?, 'gone', ?, current_timestamp)")
                .params(code, code)
                .update();
        open(code);
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
    }

    @Test
    void whatCannotBeStartedIsNamed() {
        String closed = enterprise("closed_on", LONG_AGO);
        String code = enterprise();
        assertThatThrownBy(() -> start("officer1", "enterpriseOutreach")).hasMessageContaining("enterpriseCode");
        assertThatThrownBy(() -> open("3500000001")).hasMessageContaining("3500000001");
        assertThatThrownBy(() -> open(newTaxCode())).hasMessageContaining("sổ đăng ký");
        assertThatThrownBy(() -> open(closed)).hasMessageContaining("ngừng hoạt động");
        assertThatThrownBy(() -> start("officer1", "enterpriseOutreach", "enterpriseCode", code, "responsibleMember", "nobody"))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> start("officer1", "enterpriseOutreach", "enterpriseCode", code, "priority", 12))
                .hasMessageContaining("priority");
        assertThatThrownBy(() -> as("officer1", () -> runtime.startProcessInstanceByKey(
                        "enterpriseOutreach", "other-key", vars("enterpriseCode", code))))
                .hasMessageContaining("other-key");
        assertThat(jdbc.sql("select count(*) from running_case where business_key in (?, ?)")
                        .params(code, closed).query(Integer.class).single())
                .isZero();
    }

    // --- people and rank ---------------------------------------------------------------------------------------------

    @Test
    void anotherResponsibleMemberTakesOverTheOpenTasks_andBothAreTold() {
        String code = enterprise();
        open(code);
        transaction.executeWithoutResult(status -> enterprises.changeResponsibleMember(code, "officer2"));
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo("officer2");
        assertThat(told(code)).contains("responsible-member-changed:officer1", "responsible-member-changed:officer2");
    }

    @Test
    void theRankSetsThePriorityOfTasks() {
        String code = surveyed("accessibility", "EASY", "union_recognised_on", LONG_AGO, "workers", 900);
        open(code);
        assertThat(register(code, "priority")).isEqualTo(1);
        assertThat(task(code, "prepareMeeting").getPriority()).isEqualTo(100);
    }

    // --- steps -------------------------------------------------------------------------------------------------------

    private void open(String code) {
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
    }

    private String surveyed(Object... more) {
        return with(more, "surveyed_on", today().minusMonths(1));
    }

    private String agreedWithUnion(Object... more) {
        return with(more, "surveyed_on", today().minusMonths(1), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO);
    }

    private String with(Object[] more, Object... base) {
        Object[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return enterprise(all);
    }

    private void schedule(String code) {
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
    }

    private void survey(String code, int willing) {
        schedule(code);
        complete(
                "officer1", code, "conductSurvey",
                "surveyResult", "COMPLETED", "conductedOn", today().toString(), "accessibility", "EASY",
                "ownerAttitude", "NEUTRAL", "workerCount", 300, "unionMembers", 0, "youthUnionMembers", 2,
                "youthBranches", 0, "fullMembers", willing, "probationaryMembers", 0);
        complete("organisation", code, "verifyPostings", "fullMembersVerified", willing, "willingFullMembers", willing);
    }

    private void meet(String code, String outcome) {
        if (openSteps(code).contains("chooseMaterials")) {
            complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        }
        complete("officer1", code, "prepareMeeting", "meetingDate", today().toString());
        complete("officer1", code, "meetOwner", "persuasionOutcome", outcome, "metOn", today().toString());
    }

    private void union(String code, String decision) {
        String day = today().toString();
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true);
        complete("zoneunion", code, "collectApplications", "signedApplications", 8, "legalPerson", true);
        complete("zoneunion2", code, "confirmApplications", "confirmed", true);
        for (int round = 1; round <= (decision.equals("REJECTED") ? 2 : 1); round++) {
            complete("zoneunion", code, "holdCongress", "congressDate", day, "congressForm", "FULL", "congressValid", true, "committeeSize", 3);
            complete("zoneunion", code, "submitUnionFile", "submittedOn", day, "firstMeetingOn", day);
            complete("zoneunion", code, "recordUnionDecision", "unionDecision", decision, "decisionNumber", "7/QĐ-CĐ", "decisionDate", day);
        }
    }

    private void cell(String code, int members, String decision) {
        String day = today().toString();
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", members);
        complete("organisation", code, "transferPostings", "transferredMembers", members);
        complete("officer1", code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        complete("committee", code, "decideCellFounding", "cellDecision", decision, "decisionNumber", "3-QĐ/ĐU", "decisionDate", day);
        if (decision.equals("FOUNDED")) {
            complete("officer1", code, "announceCell", "announcedOn", day);
        }
    }

    private String candidate(String code) {
        return transaction.execute(status -> candidates.allocate(code));
    }

    private String stage(String code) {
        return (String) register(code, "stage");
    }

    private String instance(String code) {
        List<String> running = runtime.createProcessInstanceQuery()
                .processDefinitionKey("enterpriseOutreach").processInstanceBusinessKey(code).list().stream()
                .map(found -> found.getId())
                .toList();
        assertThat(running).hasSize(1);
        return running.get(0);
    }
}
