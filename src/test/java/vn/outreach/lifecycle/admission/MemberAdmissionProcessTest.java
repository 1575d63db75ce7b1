package vn.outreach.lifecycle.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.HostCells;
import vn.outreach.testing.OutreachTest;

/** Every path of processes/memberAdmission.bpmn, and everything a person or system can send wrong on the way. */
class MemberAdmissionProcessTest extends OutreachTest {

    private static final LocalDate START = TODAY;
    private static final LocalDate CEREMONY = TODAY.plusDays(21);
    private static final String PROBATION_OVER = "event_probationEnded";
    private static final String FILE_TOO_OLD = "event_dossierExpired";
    private static final String NOT_YET_WAIT = "event_eligibilityWaitOver";
    private static final String NAME = "Nguyễn Thị Kín Đáo";

    @Autowired
    private HostCells hostCells;

    @Autowired
    private CandidateErasure erasure;

    @Autowired
    private AdmissionWorkflow workflow;

    private String code;
    private String ref;
    private ProcessInstance admission;

    @BeforeEach
    void enterpriseWithUnion() {
        code = enterprise("owner_agreed_on", START.minusMonths(6), "union_recognised_on", START.minusMonths(3));
    }

    // --- ends ------------------------------------------------------------------------------------------------------

    @Test
    void aCandidateBecomesAFullMember() {
        begin();
        celebrated();
        fireTimer(ref, PROBATION_OVER);
        at(CEREMONY.plusMonths(12).plusDays(7));
        review(7, 5);
        decideFull("RECOGNISED");

        assertThat(steps()).containsExactly(
                "recordConsent=YES",
                "openCandidateFile=YES",
                "decideEligibility=FIT",
                "collectIntroductions=UNION_AND_ONE",
                "collectResolution=INTRODUCED",
                "collectOpinions=YES",
                "verifyPersonalHistory=MET",
                "holdCellVote=PASSED",
                "confirmVote=YES",
                "decideAdmission=ADMITTED",
                "holdCeremony=ADMITTED_PROBATIONARY",
                "reviewProbation=PASSED",
                "decideFullMembership=RECOGNISED",
                "end=FULL_MEMBER");
        assertThat(row(code, "holdCeremony"))
                .containsEntry("occurred_on", Date.valueOf(CEREMONY))
                .containsEntry("candidate_ref", ref)
                .containsEntry("recorded_by", "mobilecell");
        assertThat(register(code, "full_members")).isEqualTo(1);
        assertThat(register(code, "willing_full_members")).isEqualTo(1);
        assertEnded("FULL_MEMBER");
    }

    @Test
    void withoutConsentNothingIsKept() {
        begin();
        complete("organisation", ref, "recordConsent", "consentGiven", "false");

        assertThat(steps()).containsExactly("recordConsent=NO", "end=NO_CONSENT");
        assertThat(candidateRows()).isZero();
        assertEnded("NO_CONSENT");
    }

    @Test
    void whoIsNoCitizenIsNotEligible() {
        begin();
        consent();
        candidate("citizen", false);
        openFile();

        assertThat(steps()).endsWith("decideEligibility=NOT_ELIGIBLE", "end=NOT_ELIGIBLE");
        assertEnded("NOT_ELIGIBLE");
    }

    @Test
    void anOwnerIsReviewedByPeople_whoFindThePersonFit() {
        begin();
        consent();
        candidate("is_owner", true);
        openFile();
        assertThat(openSteps()).containsExactly("reviewEligibility");
        complete("organisation", ref, "reviewEligibility", "eligibility", "FIT");

        assertThat(steps()).endsWith("decideEligibility=MANUAL_REVIEW", "reviewEligibility=FIT");
        introduced();
        opinions();
        verify("MET");
        vote(3, 2);
        assertThat(steps()).endsWith("holdCellVote=PASSED");
    }

    @Test
    void anOwnerIsReviewedByPeople_whoDoNot() {
        begin();
        consent();
        candidate("is_owner", true);
        openFile();
        complete("organisation", ref, "reviewEligibility", "eligibility", "NOT_ELIGIBLE");

        assertThat(steps()).endsWith("reviewEligibility=NOT_ELIGIBLE", "end=NOT_ELIGIBLE");
        assertEnded("NOT_ELIGIBLE");
    }

    @Test
    void theUnionDoesNotIntroduce() {
        begin();
        fileOpened();
        introductions("UNION_AND_ONE");
        complete("zoneunion", ref, "collectResolution", "resolutionOutcome", "NOT_INTRODUCED");

        assertThat(steps()).endsWith("collectResolution=NOT_INTRODUCED", "end=NOT_INTRODUCED");
        assertEnded("NOT_INTRODUCED");
    }

    @Test
    void theVerificationIsNotMet() {
        begin();
        fileOpened();
        introduced();
        opinions();
        verify("NOT_MET");

        assertThat(steps()).endsWith("verifyPersonalHistory=NOT_MET", "end=VERIFICATION_NOT_MET");
        assertEnded("VERIFICATION_NOT_MET");
    }

    @Test
    void aFailedVoteGoesUpAndIsNotProposed() {
        begin();
        dossierComplete();
        vote(4, 2);
        confirm("true");
        assertThat(openSteps()).containsExactly("decideAdmission");
        decide("DECLINED");

        assertThat(steps()).endsWith("holdCellVote=NOT_PASSED", "confirmVote=YES", "decideAdmission=DECLINED", "end=NOT_PROPOSED");
        assertEnded("NOT_PROPOSED");
    }

    @Test
    void theBodyDeclines() {
        begin();
        voted();
        decide("DECLINED");

        assertThat(steps()).endsWith("decideAdmission=DECLINED", "end=DECLINED_BY_SUPERIOR");
        assertEnded("DECLINED_BY_SUPERIOR");
    }

    @Test
    void theBodyReturnsTheFileForMoreOpinions() {
        begin();
        voted();
        complete("committee", ref, "decideAdmission", "admissionDecision", "RETURNED");
        assertThat(openSteps()).containsExactly("collectOpinions");
        opinions();

        assertThat(openSteps()).as("verified already").containsExactly("holdCellVote");
        vote(3, 3);
        confirm("true");
        admit();
        assertThat(steps()).endsWith("decideAdmission=ADMITTED");
        assertThat(row(code, "holdCellVote")).containsEntry("round", 2);
    }

    @Test
    void theCandidateWithdraws() {
        begin();
        fileOpened();
        message("outreach.candidateWithdrew", ref);

        assertThat(steps()).endsWith("candidateWithdrew=DONE", "end=WITHDRAWN");
        assertThat(row(code, "candidateWithdrew")).containsEntry("source", "MESSAGE");
        assertRestricted("WITHDRAWN");
        assertEnded("WITHDRAWN");
        refused("candidateRef", "candidate-restricted", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "candidateRef", ref));
    }

    @Test
    void theConsentIsWithdrawnDuringTheProbation() {
        begin();
        celebrated();
        message("outreach.consentWithdrawn", ref);

        assertThat(steps()).endsWith("consentWithdrawn=DONE", "end=CONSENT_WITHDRAWN");
        assertRestricted("CONSENT_WITHDRAWN");
        assertEnded("CONSENT_WITHDRAWN");
    }

    @Test
    void theCandidateMovesAndTheFileFollows() {
        begin();
        fileOpened();
        String other = enterprise("owner_agreed_on", START);
        message("outreach.candidateMoved", ref, "toEnterpriseCode", other);

        assertThat(steps()).endsWith("candidateMoved=DONE", "end=TRANSFERRED");
        assertRestricted("TRANSFERRED");
        assertEnded("TRANSFERRED");

        start("organisation", AdmissionProcess.KEY, "enterpriseCode", other, "candidateRef", ref);
        assertThat(openSteps()).as("asked for consent anew").containsExactly("recordConsent");
        assertThat(restricted("consent_given_on")).isNull();
        assertThat(restricted("restricted_since")).isNull();
    }

    @Test
    void theCandidateMovesNobodyKnowsWhere() {
        begin();
        message("outreach.candidateMoved", ref);

        assertEnded("TRANSFERRED");
        String other = enterprise("owner_agreed_on", START);
        refused("candidateRef", "candidate-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", other, "candidateRef", ref));
    }

    @Test
    void anUnknownEnterpriseToMoveToIsRefused() {
        begin();
        consent();
        refusedUnchanged(() -> message("outreach.candidateMoved", ref, "toEnterpriseCode", "0000000000"));
    }

    @Test
    void anOldFileExpires() {
        begin();
        fileOpened();
        introduced();
        fireTimer(ref, FILE_TOO_OLD);
        assertThat(openSteps()).containsExactly("renewDossier");
        complete("mobilecell", ref, "renewDossier", "renewal", "EXPIRED");

        assertThat(steps()).endsWith("renewDossier=EXPIRED", "end=EXPIRED");
        assertEnded("EXPIRED");
    }

    @Test
    void anOldFileIsRenewed_andTheVerificationHolds() {
        begin();
        dossierComplete();
        assertThat(due(FILE_TOO_OLD)).isEqualTo(START.plusMonths(12).atStartOfDay());
        fireTimer(ref, FILE_TOO_OLD);
        at(START.plusMonths(12).plusDays(4));
        complete("mobilecell", ref, "renewDossier", "renewal", "RENEWED");

        assertThat(restricted("file_opened_on")).isEqualTo(Date.valueOf(today()));
        assertThat(due(FILE_TOO_OLD)).isEqualTo(today().plusMonths(12).atStartOfDay());
        introduced();
        opinions();
        assertThat(openSteps()).containsExactly("holdCellVote");
        vote(3, 2);
        assertThat(steps()).endsWith("holdCellVote=PASSED");
    }

    @Test
    void anOldFileIsRenewed_andVerifiedWhereThatWasOpen() {
        begin();
        fileOpened();
        introduced();
        fireTimer(ref, FILE_TOO_OLD);
        complete("mobilecell", ref, "renewDossier", "renewal", "RENEWED");
        introduced();
        opinions();

        assertThat(openSteps()).containsExactly("verifyPersonalHistory");
    }

    @Test
    void aFileThatCameBackAndGrewOldBeginsAtIntroductions() {
        begin();
        voted();
        complete("committee", ref, "decideAdmission", "admissionDecision", "RETURNED");
        fireTimer(ref, FILE_TOO_OLD);
        complete("mobilecell", ref, "renewDossier", "renewal", "RENEWED");

        assertThat(openSteps()).containsExactly("collectIntroductions");
    }

    @Test
    void threeFailedReviewsGoUp_andTheNameIsRemoved() {
        begin();
        celebrated();
        probationOver();
        review(3, 1);
        review(4, 2);
        assertThat(openSteps()).containsExactly("reviewProbation");
        review(7, 4);
        assertThat(openSteps()).containsExactly("decideFullMembership");
        refused("fullMembershipDecision", "vote-not-passed", () -> decideFull("RECOGNISED"));
        decideFull("REMOVED");

        assertThat(steps()).endsWith(
                "reviewProbation=NOT_PASSED",
                "reviewProbation=NOT_PASSED",
                "reviewProbation=NOT_PASSED",
                "decideFullMembership=REMOVED",
                "end=REMOVED_PROBATION");
        assertEnded("REMOVED_PROBATION");
    }

    @Test
    void theBodyReturnsTheReview() {
        begin();
        celebrated();
        probationOver();
        review(3, 2);
        complete("committee", ref, "decideFullMembership", "fullMembershipDecision", "RETURNED");
        assertThat(openSteps()).containsExactly("reviewProbation");
        review(3, 3);
        decideFull("RECOGNISED");
        assertEnded("FULL_MEMBER");
    }

    // --- eligibility -----------------------------------------------------------------------------------------------

    @Test
    void aYoungCandidateWaits_andIsLookedAtAgainAfterThreeMonths() {
        begin();
        consent();
        candidate("birth_month", YearMonth.from(START).minusMonths(215).toString());
        openFile();
        assertThat(openSteps()).isEmpty();
        assertThat(due(NOT_YET_WAIT).toLocalDate()).isEqualTo(START.plusMonths(3));
        // That a row was written is for the product to say.
        forbidden("wrong-person", () -> message("outreach.candidateChanged", ref));
        fireTimer(ref, NOT_YET_WAIT);
        assertThat(openSteps()).containsExactly("openCandidateFile");
        openFile();

        assertThat(steps()).endsWith(
                "openCandidateFile=YES", "decideEligibility=NOT_YET", "openCandidateFile=YES", "decideEligibility=FIT");
        assertThat(row(code, "decideEligibility")).containsEntry("round", 2);
        assertThat(openSteps()).containsExactly("collectIntroductions");
    }

    @Test
    void aNewCertificateEndsTheWait() {
        begin();
        consent();
        candidate("certificate_date", START.minusMonths(60).minusDays(1));
        openFile();
        assertThat(steps()).endsWith("decideEligibility=NOT_YET");
        // Sixty months before 29 February is 28 February, whose certificate ended the day before.
        LocalDate oldest = START.minusMonths(60);
        candidate("certificate_date", oldest.plusMonths(60).isBefore(START) ? oldest.plusDays(1) : oldest);
        changed();
        assertThat(openSteps()).containsExactly("openCandidateFile");
        openFile();

        assertThat(steps()).endsWith("decideEligibility=FIT");
        assertThat(openSteps()).containsExactly("collectIntroductions");
    }

    @Test
    void withoutACertificateTheFileWaits() {
        begin();
        consent();
        candidate("certificate_date", null);
        openFile();
        assertThat(steps()).endsWith("decideEligibility=NOT_YET");
    }

    @Test
    void aChangeThatNothingWaitsFor_changesNothing() {
        begin();
        fileOpened();
        List<String> before = steps();
        changed();
        assertThat(steps()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"birth_month, birthMonth", "schooling, schooling", "citizen, citizen", "is_owner, isOwner",
        "readmission, readmission", "in_youth_union, inYouthUnion", "in_union, inUnion"})
    void aFileWithoutTheCandidatesDataIsNotComplete(String column, String field) {
        begin();
        consent();
        candidate(column, null);
        Refusal refusal = refusedUnchanged(this::openFile);
        assertThat(refusal.code()).isEqualTo("candidate-incomplete");
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).contains("thẻ “Hồ sơ quần chúng”", "/app/candidate#" + ref);
    }

    @Test
    void theLimitOfTheCeremonyFollowsTheRulesOfTheDecision() {
        LocalDate monday = LocalDate.of(2026, 10, 5);
        at(monday);
        code = enterprise("owner_agreed_on", LocalDate.of(2026, 6, 1), "union_recognised_on", LocalDate.of(2026, 6, 1));
        begin();
        voted();
        at(monday.plusDays(10));
        completeAdmit("committee", 5, 3, monday, monday.plusDays(10));
        assertThat(taskDue("holdCeremony")).as("208-QĐ/TW: from the issue").isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void underTheOldRulesTheLimitOfTheCeremonyFollowsTheReceipt() {
        at(LocalDate.of(2026, 7, 1));
        code = enterprise("owner_agreed_on", LocalDate.of(2026, 6, 1), "union_recognised_on", LocalDate.of(2026, 6, 1));
        begin();
        dossierComplete();
        LocalDate monday = LocalDate.of(2026, 10, 5);
        at(monday);
        vote(3, 2);
        confirm("true");
        at(monday.plusDays(7));
        complete("committee", ref, "decideAdmission", "admissionDecision", "ADMITTED", "bodyMembers", 5, "bodyYes", 3,
                "decisionNumber", "12-QĐ/ĐU", "decisionDate", monday.toString(),
                "decisionReceivedOn", monday.plusDays(7).toString(), "ruleVersionBasis", "CASE_START");
        assertThat(taskDue("holdCeremony")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(row(code, "decideAdmission")).containsEntry("rule_version", "QD20_2026");
    }

    // --- introducers -----------------------------------------------------------------------------------------------

    @Test
    void twoFullMembersNeedNoResolution() {
        begin();
        fileOpened();
        introductions("TWO_FULL_MEMBERS");
        assertThat(openSteps()).containsExactly("collectOpinions");
    }

    @Test
    void whereAYouthUnionIs_itIntroducesTheYoung() {
        code = enterprise("owner_agreed_on", START, "youth_union_founded_on", START.minusYears(1));
        begin();
        consent();
        candidate("in_youth_union", true);
        openFile();
        assertThat(variable("introducerPairRequired")).isEqualTo("YOUTH_UNION_AND_ONE");
        introductions("YOUTH_UNION_AND_ONE");
        complete("youth", ref, "collectResolution", "resolutionOutcome", "INTRODUCED");
        assertThat(openSteps()).containsExactly("collectOpinions");
    }

    @Test
    void withoutAUnionNobodyCanIntroduce_untilThereIsOne() {
        begin();
        consent();
        candidate("in_union", false);
        openFile();
        assertThat(variable("introducerPairRequired")).isEqualTo("NOT_POSSIBLE");
        refused("introducerPair", "union-needed", () -> introductions("TWO_FULL_MEMBERS"));
        candidate("in_union", true);
        introductions("UNION_AND_ONE");
        assertThat(openSteps()).containsExactly("collectResolution");
    }

    @Test
    void introducersAreChecked() {
        begin();
        fileOpened();
        refused("introducerPair", "field-choice", () -> introductions("YOUTH_UNION_AND_ONE"));
        refused("introducerPair", "field-choice", () -> introductions("ANYBODY"));
        refused("introducerMonths", "field-range", () -> complete(
                "mobilecell", ref, "collectIntroductions", "introducerPair", "UNION_AND_ONE", "introducerMonths", 11));
        refused("introducerMonths", "field-missing", () -> complete(
                "mobilecell", ref, "collectIntroductions", "introducerPair", "UNION_AND_ONE"));
        complete("mobilecell", ref, "collectIntroductions", "introducerPair", "UNION_AND_ONE", "introducerMonths", 12L);
    }

    // --- verification ----------------------------------------------------------------------------------------------

    @Test
    void aSystemMayVerify_andTheTaskIsGone() {
        begin();
        fileOpened();
        introduced();
        opinions();
        assertThat(openSteps()).containsExactly("verifyPersonalHistory");
        completeExternal(ref, "verifyPersonalHistory", "verificationOutcome", "MET", "verifiedOn", day(0));

        assertThat(row(code, "verifyPersonalHistory")).containsEntry("source", "WORKER");
        assertThat(openSteps()).containsExactly("holdCellVote");
    }

    @Test
    void whoVerifiesFirstWins_theSystemsTaskIsGone() {
        begin();
        fileOpened();
        introduced();
        opinions();
        verify("MET");
        assertThat(externalTasks.createExternalTaskQuery().processInstanceId(admission.getId()).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, 90", "false, 30"})
    void aVerificationAbroadTakesLonger(String abroad, int workingDays) {
        begin();
        consent();
        complete("mobilecell", ref, "openCandidateFile", "fileComplete", "true", "abroad", abroad);
        introduced();
        opinions();
        LocalDate due = taskDue("verifyPersonalHistory");
        assertThat(due).isAfter(START.plusDays(workingDays)).isBefore(START.plusDays(workingDays * 2L));
    }

    @Test
    void aVerificationLiesInThePast_andAfterTheFile() {
        begin();
        fileOpened();
        introduced();
        opinions();
        refused("verifiedOn", "date-future", () -> verify("MET", START.plusDays(1)));
        refused("verifiedOn", "date-order", () -> verify("MET", START.minusDays(1)));
        refused("verifiedOn", "field-missing", () -> complete(
                "organisation", ref, "verifyPersonalHistory", "verificationOutcome", "MET"));
    }

    // --- the cell's vote -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"3, 2, PASSED", "3, 1, NOT_PASSED", "4, 3, PASSED", "4, 2, NOT_PASSED", "7, 5, PASSED",
        "7, 4, NOT_PASSED"})
    void twoThirdsOfAllFullMembers(int eligible, int yes, String result) {
        begin();
        dossierComplete();
        vote(eligible, yes);
        assertThat(steps()).endsWith("holdCellVote=" + result);
        assertThat((String) row(code, "holdCellVote").get("details")).contains("\"yesVotes\":" + yes);
    }

    @Test
    void aVoteIsChecked() {
        begin();
        dossierComplete();
        refused("eligibleVoters", "field-range", () -> vote(2, 2));
        refused("yesVotes", "field-range", () -> vote(3, 4));
        refused("voteDate", "date-future", () -> vote(3, 3, START.plusDays(1)));
        refused("voteDate", "date-order", () -> vote(3, 3, START.minusDays(1)));
        refused("voteDate", "field-type", () -> complete(
                "mobilecell", ref, "holdCellVote", "eligibleVoters", 3, "yesVotes", 3, "voteDate", "hôm nay"));
        refused("yesVotes", "field-missing", () -> complete(
                "mobilecell", ref, "holdCellVote", "eligibleVoters", 3, "voteDate", START.toString()));
        refused("yesVotes", "field-type", () -> complete("mobilecell", ref, "holdCellVote",
                "eligibleVoters", 3, "yesVotes", 2.5, "voteDate", START.toString()));
    }

    @Test
    void theDayOfTheVoteDecides() {
        begin();
        dossierComplete();
        candidate("certificate_date", START.minusMonths(60).minusDays(1));
        refused("voteDate", "candidate-not-eligible", () -> vote(3, 3));
        candidate("citizen", false);
        refused("voteDate", "candidate-not-eligible", () -> vote(3, 3));
    }

    @Test
    void whoIsPastSixtyByTheVoteNeedsAReviewFirst() {
        begin();
        dossierComplete();
        candidate("birth_month", YearMonth.from(START).minusMonths(721).toString());
        refused("voteDate", "candidate-not-eligible", () -> vote(3, 3));
        candidate("birth_month", YearMonth.from(START).minusMonths(720).toString());
        vote(3, 3);
    }

    @Test
    void theVoteIsJudgedByTheRulesOfItsDay_orOfTheStart() {
        at(LocalDate.of(2026, 7, 1));
        code = enterprise("owner_agreed_on", LocalDate.of(2026, 6, 1), "union_recognised_on", LocalDate.of(2026, 6, 1));
        begin();
        dossierComplete();
        assertThat(row(code, "collectOpinions")).containsEntry("rule_version", "QD20_2026");
        at(START);
        vote(3, 2);
        assertThat(row(code, "holdCellVote")).containsEntry("rule_version", "QD208_2026");
        confirm("false");
        complete("mobilecell", ref, "holdCellVote", "eligibleVoters", 3, "yesVotes", 2, "voteDate", START.toString(),
                "ruleVersionBasis", "CASE_START");
        assertThat(row(code, "holdCellVote")).containsEntry("rule_version", "QD20_2026");
    }

    @Test
    void anotherMemberConfirms_andMaySayNo() {
        begin();
        dossierComplete();
        vote(3, 2);
        forbidden("four-eyes", () -> complete("mobilecell", ref, "confirmVote", "confirmed", true));
        confirm("false");

        assertThat(steps()).endsWith("confirmVote=NO");
        assertThat(openSteps()).containsExactly("holdCellVote");
        refused("eligibleVoters", "field-missing", () -> complete("mobilecell", ref, "holdCellVote"));
    }

    // --- decision and ceremony -------------------------------------------------------------------------------------

    @Test
    void aDecisionIsChecked() {
        begin();
        voted();
        refused("admissionDecision", "field-missing", () -> complete("committee", ref, "decideAdmission"));
        refused("decisionNumber", "field-missing", () -> complete(
                "committee", ref, "decideAdmission", "admissionDecision", "ADMITTED"));
        refused("decisionDate", "date-future", () -> admit(5, 3, START.plusDays(1), START.plusDays(1)));
        refused("decisionDate", "date-order", () -> admit(5, 3, START.minusDays(1), START));
        refused("decisionReceivedOn", "date-order", () -> {
            at(START.plusDays(3));
            admit(5, 3, START.plusDays(2), START.plusDays(1));
        });
        refused("bodyYes", "field-range", () -> admit(5, 6, START, START));
        refused("bodyMembers", "field-range", () -> admit(0, 0, START, START));
        refused("bodyYes", "vote-not-passed", () -> admit(6, 3, START, START));
        admit(6, 4, START, START);
    }

    @Test
    void theBodyCannotAdmitWhatTheCellDidNotPass() {
        begin();
        dossierComplete();
        vote(3, 1);
        confirm("true");
        refused("admissionDecision", "vote-not-passed", this::admit);
    }

    @Test
    void whoPreparedTheFileDoesNotDecideOnIt() {
        begin();
        voted();
        join("mobilecell", "standingCommittee");
        try {
            forbidden("four-eyes", () -> completeAdmit("mobilecell", 5, 3, START, START));
        } finally {
            identities.deleteMembership("mobilecell", "standingCommittee");
        }
    }

    @Test
    void anotherUnitMayNotDecide() {
        begin();
        voted();
        forbidden("wrong-person", () -> completeAdmit("organisation", 5, 3, START, START));
    }

    @Test
    void theDecisionMayComeByMessage() {
        begin();
        voted();
        message("outreach.admissionDecided", ref, "admissionDecision", "ADMITTED", "bodyMembers", 5, "bodyYes", 3,
                "decisionNumber", "12-QĐ/ĐU", "decisionDate", START.toString(), "decisionReceivedOn", START.toString());

        assertThat(row(code, "decideAdmission"))
                .containsEntry("source", "MESSAGE").containsEntry("recorded_by", "integration");
        assertThat(openSteps()).containsExactly("holdCeremony");
        assertThatThrownBy(() -> message("outreach.admissionDecided", ref, "admissionDecision", "DECLINED"))
                .hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @Test
    void aWrongMessageChangesNothing() {
        begin();
        voted();
        refused("decisionNumber", "field-missing",
                () -> message("outreach.admissionDecided", ref, "admissionDecision", "DECLINED"));
        assertThat(openSteps()).containsExactly("decideAdmission");
    }

    @Test
    void aCeremonyFollowsTheDecision() {
        begin();
        decided();
        refused("ceremonyDate", "date-future", () -> ceremony(START.plusDays(1)));
        refused("ceremonyDate", "date-order", () -> ceremony(START.minusDays(1)));
        refused("ceremonyDate", "field-missing", () -> complete("mobilecell", ref, "holdCeremony"));
    }

    @Test
    void theProbationLastsTwelveMonths() {
        begin();
        celebrated();
        assertThat(openSteps()).isEmpty();
        assertThat(due(PROBATION_OVER)).isEqualTo(CEREMONY.plusMonths(12).atStartOfDay());
        fireTimer(ref, PROBATION_OVER);
        assertThat(openSteps()).containsExactly("reviewProbation");
        at(CEREMONY.plusMonths(12));
        refused("voteDate", "date-order", () -> review(3, 3, CEREMONY.plusMonths(12).minusDays(1)));
        review(3, 3, CEREMONY.plusMonths(12));
    }

    @Test
    void fullMembershipMayComeByMessage() {
        begin();
        celebrated();
        probationOver();
        review(3, 3);
        message("outreach.fullMembershipDecided", ref, "fullMembershipDecision", "RECOGNISED",
                "decisionNumber", "13-QĐ/ĐU", "decisionDate", today().toString());
        assertThat(row(code, "decideFullMembership")).containsEntry("source", "MESSAGE");
        assertEnded("FULL_MEMBER");
    }

    @Test
    void whoEnteredTheReviewDoesNotDecide() {
        begin();
        celebrated();
        probationOver();
        review(3, 3);
        join("mobilecell", "standingCommittee");
        try {
            forbidden("four-eyes", () -> complete("mobilecell", ref, "decideFullMembership",
                    "fullMembershipDecision", "RECOGNISED", "decisionNumber", "1", "decisionDate", today().toString()));
        } finally {
            identities.deleteMembership("mobilecell", "standingCommittee");
        }
    }

    // --- hosts -----------------------------------------------------------------------------------------------------

    @Test
    void anOwnCellHosts_andSharesWithTheMobileCellWhileItHasNoMembers() {
        code = enterprise("cell_founded_on", START.minusDays(10), "union_recognised_on", START.minusMonths(3));
        hostCells.create(code, "TNHH Có Chi Bộ");
        begin();
        fileOpened();

        assertThat(variable("hostCell")).isEqualTo(HostCells.groupOf(code));
        assertThat(groups("collectIntroductions")).containsExactlyInAnyOrder(HostCells.groupOf(code), "mobileCell");
        join("officer3", HostCells.groupOf(code));
        try {
            introduced();
            assertThat(groups("collectOpinions")).containsExactly(HostCells.groupOf(code));
            complete("officer3", ref, "collectOpinions", "opinionsComplete", true);
            verify("MET");
            complete("officer3", ref, "holdCellVote", "eligibleVoters", 3, "yesVotes", 2, "voteDate", START.toString());
            assertThat(groups("confirmVote")).as("the cell's only member entered the vote").contains("organisationBoard");
            complete("organisation", ref, "confirmVote", "confirmed", true);
        } finally {
            identities.deleteMembership("officer3", HostCells.groupOf(code));
        }
    }

    @Test
    void theMobileCellConfirmsItsOwnVotes() {
        begin();
        dossierComplete();
        vote(3, 2);
        assertThat(groups("confirmVote")).containsExactly("mobileCell");
    }

    @Test
    void anUnknownCellIsRefused() {
        refused("hostCell", "host-cell-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "hostCell", "cell" + code));
        refused("hostCell", "host-cell-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "hostCell", "standingCommittee"));
    }

    // --- start -----------------------------------------------------------------------------------------------------

    @Test
    void aStartNeedsAnEnterpriseThatIsReady() {
        refused("enterpriseCode", "field-missing", () -> start("organisation", AdmissionProcess.KEY));
        refused(null, "enterprise-unknown",
                () -> start("organisation", AdmissionProcess.KEY, "enterpriseCode", newTaxCode()));
        refused("enterpriseCode", "admission-too-early",
                () -> start("organisation", AdmissionProcess.KEY, "enterpriseCode", enterprise()));
        refused("enterpriseCode", "enterprise-closed", () -> start("organisation", AdmissionProcess.KEY,
                "enterpriseCode", enterprise("owner_agreed_on", START, "closed_on", START)));
        assertThat(candidatesOf(code)).isZero();
    }

    @Test
    void aCandidateBelongsToTheEnterprise() {
        begin();
        String other = enterprise("owner_agreed_on", START);
        refused("candidateRef", "candidate-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", other, "candidateRef", ref));
        refused(null, "candidate-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "candidateRef", "UV-2026-9998"));
    }

    @Test
    void aCandidateHasOneRunningAdmission() {
        begin();
        Refusal refusal = refusedUnchanged(() -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "candidateRef", ref));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.getMessage()).contains(admission.getId());
    }

    @Test
    @Tag("both-databases")
    void twoStartsAtOnceGiveOneAdmission() throws Exception {
        begin();
        message("outreach.candidateMoved", ref, "toEnterpriseCode", code);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Throwable> start = () -> {
            together.await();
            return catchThrowable(() ->
                    start("organisation", AdmissionProcess.KEY, "enterpriseCode", code, "candidateRef", ref));
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Throwable>> answers = List.of(two.submit(start), two.submit(start));
            Throwable one = answers.get(0).get();
            Throwable other = answers.get(1).get();
            assertThat(one == null ^ other == null).as("exactly one start goes through").isTrue();
            assertThat(Refusal.in(one == null ? other : one).code()).isEqualTo("case-running");
        } finally {
            two.shutdown();
        }
        assertThat(openSteps()).containsExactly("recordConsent");
    }

    @Test
    void nothingElseComesWithAStart() {
        refused("fullName", "field-unknown", () -> start(
                "organisation", AdmissionProcess.KEY, "enterpriseCode", code, "fullName", NAME));
    }

    // --- beside the enterprise's case ------------------------------------------------------------------------------

    @Test
    void twoCeremoniesInTheYearAreCountedInTheRunningCase() {
        ProcessInstance umbrella = start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", CEREMONY.getYear());
        begin();
        celebrated();
        assertThat(runtime.getVariable(umbrella.getId(), "admittedInPlanYear")).isEqualTo(1);
        begin();
        celebrated();
        assertThat(runtime.getVariable(umbrella.getId(), "admittedInPlanYear")).isEqualTo(2);
        assertThat(admittedOfCase(umbrella)).isEqualTo(2);
    }

    @Test
    void aCeremonyOfAnotherYearDoesNotCount() {
        ProcessInstance umbrella = start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", CEREMONY.getYear() - 1);
        begin();
        celebrated();
        assertThat(admittedOfCase(umbrella)).isZero();
    }

    @Test
    void theThirdFullMemberLetsTheCaseFoundACell() {
        code = enterprise("surveyed_on", START.minusMonths(1), "owner_agreed_on", START.minusMonths(1),
                "union_recognised_on", START.minusMonths(1), "full_members", 2, "willing_full_members", 2);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        begin();
        celebrated();
        probationOver();
        review(3, 3);
        assertThat(isRunning("partyCellFounding", code)).isFalse();
        decideFull("RECOGNISED");

        assertThat(register(code, "full_members")).isEqualTo(3);
        assertThat(register(code, "willing_full_members")).isEqualTo(3);
        assertThat(isRunning("partyCellFounding", code)).isTrue();
        assertThat(ledger(code)).contains("enterpriseOutreach.membershipChanged=DONE");
    }

    @Test
    void theTargetsLastCeremonyCompletesTheCase() {
        code = enterprise("surveyed_on", START.minusMonths(1), "owner_agreed_on", START.minusMonths(1),
                "union_recognised_on", START.minusMonths(1), "cell_founded_on", START.minusMonths(1));
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "admissionTarget", 1);
        begin();
        decided();
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
        ceremony(START);

        assertThat(isRunning("enterpriseOutreach", code)).isFalse();
        assertThat(ledger(code)).contains("enterpriseOutreach.end=COMPLETED");
        assertThat(isRunning(AdmissionProcess.KEY, ref)).as("the probation outlives the case").isTrue();
    }

    // --- the person's data -----------------------------------------------------------------------------------------

    @Test
    void theCandidatesNameIsNowhereButInTheRestrictedRow() {
        begin();
        consent();
        candidate("name", NAME);
        openFile();
        introduced();
        opinions();
        verify("MET");
        vote(3, 2);
        confirm("true");
        admit();
        for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where text_ like ?").param("%" + NAME + "%")
                    .query(Integer.class).single()).as(table).isZero();
        }
        for (String column : List.of("outcome.details", "notification.data", "notification.subject")) {
            String[] parts = column.split("\\.");
            assertThat(jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " like ?")
                    .param("%" + NAME + "%").query(Integer.class).single()).as(column).isZero();
        }
    }

    @Test
    void aNoteThatNamesTheCandidateIsRefused() {
        begin();
        candidate("name", NAME);
        refused("note", "candidate-named", () -> complete("organisation", ref, "recordConsent",
                "consentGiven", true, "note", "Đã gặp nguyễn thị  kín đáo tại xưởng"));
        complete("organisation", ref, "recordConsent", "consentGiven", true, "note", "Đã gặp <b>tại xưởng</b> 😀");
        assertThat((String) row(code, "recordConsent").get("details")).contains("😀");
    }

    @Test
    void personalDataInAStepAreRefused() {
        begin();
        refused("birthMonth", "field-unknown", () -> complete(
                "organisation", ref, "recordConsent", "consentGiven", true, "birthMonth", "1996-01"));
    }

    @Test
    void noAnswerIsNoConsent() {
        begin();
        refused("consentGiven", "field-missing", () -> complete("organisation", ref, "recordConsent"));
        refused("consentGiven", "field-type", () -> complete("organisation", ref, "recordConsent", "consentGiven", "vâng"));
        refused("consentChannel", "field-choice", () -> complete(
                "organisation", ref, "recordConsent", "consentGiven", true, "consentChannel", "GOSSIP"));
    }

    @Test
    void anIncompleteFileStaysOpen() {
        begin();
        consent();
        refused("fileComplete", "field-choice", () -> complete(
                "mobilecell", ref, "openCandidateFile", "fileComplete", "false", "abroad", "false"));
        refused("abroad", "field-missing", () -> complete("mobilecell", ref, "openCandidateFile", "fileComplete", "true"));
        openFile();
        introduced();
        refused("opinionsComplete", "field-choice", () -> complete(
                "mobilecell", ref, "collectOpinions", "opinionsComplete", false));
    }

    @Test
    void anAnswerIsOneOfThoseAsked() {
        begin();
        consent();
        candidate("is_owner", true);
        openFile();
        refused("eligibility", "field-choice", () -> complete("organisation", ref, "reviewEligibility", "eligibility", "NOT_YET"));
        refused("eligibility", "field-missing", () -> complete("organisation", ref, "reviewEligibility"));
        complete("organisation", ref, "reviewEligibility", "eligibility", "FIT");
        introductions("UNION_AND_ONE");
        refused("resolutionOutcome", "field-choice",
                () -> complete("zoneunion", ref, "collectResolution", "resolutionOutcome", "MAYBE"));
        complete("zoneunion", ref, "collectResolution", "resolutionOutcome", "INTRODUCED");
        opinions();
        refused("verificationOutcome", "field-choice", () -> verify("UNSURE"));
        verify("MET");
        vote(3, 2);
        refused("confirmed", "field-missing", () -> complete("mobilecell2", ref, "confirmVote"));
        confirm("true");
        refused("admissionDecision", "field-choice", () -> decide("PERHAPS"));
        fileTooOldAfterReturn();
        refused("renewal", "field-choice", () -> complete("mobilecell", ref, "renewDossier", "renewal", "LATER"));
    }

    private void fileTooOldAfterReturn() {
        complete("committee", ref, "decideAdmission", "admissionDecision", "RETURNED");
        fireTimer(ref, FILE_TOO_OLD);
    }

    @Test
    void theAnswerAfterTheProbationIsChecked() {
        begin();
        celebrated();
        probationOver();
        refused("eligibleVoters", "field-range", () -> review(2, 2));
        refused("yesVotes", "field-range", () -> review(3, 4));
        refused("voteDate", "date-future", () -> review(3, 3, today().plusDays(1)));
        review(3, 1);
        refused("voteDate", "date-order", () -> review(3, 3, today().minusDays(1)));
        review(3, 3);
        refused("fullMembershipDecision", "field-choice", () -> decideFull("PERHAPS"));
        refused("decisionNumber", "field-missing", () -> complete(
                "committee", ref, "decideFullMembership", "fullMembershipDecision", "RECOGNISED"));
        refused("decisionNumber", "field-range", () -> complete("committee", ref, "decideFullMembership",
                "fullMembershipDecision", "RECOGNISED", "decisionNumber", "1".repeat(101), "decisionDate", today().toString()));
        refused("decisionDate", "date-order", () -> complete("committee", ref, "decideFullMembership",
                "fullMembershipDecision", "RECOGNISED", "decisionNumber", "1", "decisionDate", today().minusDays(1).toString()));
        decideFull("RECOGNISED");
    }

    @Test
    void whoWithdrewIsErasedAfterTwentyDays() {
        begin();
        candidate("name", NAME);
        message("outreach.candidateWithdrew", ref);
        at(START.plusDays(20));
        erasure.pass();
        assertThat(candidateRows()).isOne();
        at(START.plusDays(21));
        erasure.pass();
        assertThat(candidateRows()).isZero();
    }

    // --- steps -----------------------------------------------------------------------------------------------------


    private void begin() {
        admission = start("organisation", AdmissionProcess.KEY, "enterpriseCode", code);
        ref = runtime.createProcessInstanceQuery().processInstanceId(admission.getId()).singleResult().getBusinessKey();
    }

    private void consent() {
        complete("organisation", ref, "recordConsent", "consentGiven", "true", "consentChannel", "PAPER");
        completeFacts();
    }

    /** A candidate of 28 with a fresh certificate, member of the union. */
    private void completeFacts() {
        candidate("birth_month", YearMonth.from(today()).minusYears(28).toString());
        candidate("schooling", "HIGHER");
        candidate("certificate_date", today().minusMonths(6));
        candidate("citizen", true);
        candidate("is_owner", false);
        candidate("readmission", false);
        candidate("in_youth_union", false);
        candidate("in_union", true);
    }

    private void openFile() {
        complete("mobilecell", ref, "openCandidateFile", "fileComplete", "true", "abroad", "false");
    }

    private void fileOpened() {
        consent();
        openFile();
    }

    private void introductions(String pair) {
        complete("mobilecell", ref, "collectIntroductions", "introducerPair", pair, "introducerMonths", 24);
    }

    private void introduced() {
        introductions("UNION_AND_ONE");
        complete("zoneunion", ref, "collectResolution", "resolutionOutcome", "INTRODUCED");
    }

    private void opinions() {
        complete("mobilecell", ref, "collectOpinions", "opinionsComplete", "true");
    }

    private void verify(String outcome) {
        verify(outcome, today());
    }

    private void verify(String outcome, LocalDate day) {
        complete("organisation", ref, "verifyPersonalHistory", "verificationOutcome", outcome, "verifiedOn", day.toString());
    }

    private void dossierComplete() {
        fileOpened();
        introduced();
        opinions();
        verify("MET");
    }

    private void vote(int eligible, int yes) {
        vote(eligible, yes, today());
    }

    private void vote(int eligible, int yes, LocalDate day) {
        complete("mobilecell", ref, "holdCellVote", "eligibleVoters", eligible, "yesVotes", yes, "voteDate", day.toString());
    }

    private void confirm(String answer) {
        complete("mobilecell2", ref, "confirmVote", "confirmed", answer);
    }

    private void voted() {
        dossierComplete();
        vote(3, 2);
        confirm("true");
    }

    private void decide(String decision) {
        complete("committee", ref, "decideAdmission", "admissionDecision", decision, "decisionNumber", "11-CV/ĐU",
                "decisionDate", today().toString());
    }

    private void admit() {
        admit(5, 3, today(), today());
    }

    private void admit(int members, int yes, LocalDate day, LocalDate receivedOn) {
        completeAdmit("committee", members, yes, day, receivedOn);
    }

    private void completeAdmit(String user, int members, int yes, LocalDate day, LocalDate receivedOn) {
        complete(user, ref, "decideAdmission", "admissionDecision", "ADMITTED", "bodyMembers", members, "bodyYes", yes,
                "decisionNumber", "12-QĐ/ĐU", "decisionDate", day.toString(), "decisionReceivedOn", receivedOn.toString());
    }

    private void decided() {
        voted();
        admit();
    }

    private void ceremony(LocalDate day) {
        complete("mobilecell", ref, "holdCeremony", "ceremonyDate", day.toString());
    }

    private void celebrated() {
        decided();
        at(CEREMONY);
        ceremony(CEREMONY);
    }

    private void probationOver() {
        fireTimer(ref, PROBATION_OVER);
        at(CEREMONY.plusMonths(12).plusDays(7));
    }

    private void review(int eligible, int yes) {
        review(eligible, yes, today());
    }

    private void review(int eligible, int yes, LocalDate day) {
        complete("mobilecell", ref, "reviewProbation", "eligibleVoters", eligible, "yesVotes", yes, "voteDate", day.toString());
    }

    private void decideFull(String decision) {
        complete("committee", ref, "decideFullMembership", "fullMembershipDecision", decision,
                "decisionNumber", "13-QĐ/ĐU", "decisionDate", today().toString());
    }

    // --- facts -----------------------------------------------------------------------------------------------------

    /** What somebody enters on the candidate's page. */
    private void candidate(String column, Object value) {
        jdbc.sql("update candidate set " + column + " = ? where ref = ?").params(value, ref).update();
    }

    private void changed() {
        as("mobilecell", () -> workflow.changed(ref));
    }

    private Object restricted(String column) {
        return jdbc.sql("select * from candidate where ref = ?").param(ref).query().singleRow().get(column);
    }

    private int candidateRows() {
        return jdbc.sql("select count(*) from candidate where ref = ?").param(ref).query(Integer.class).single();
    }

    private int candidatesOf(String taxCode) {
        return jdbc.sql("select count(*) from candidate where enterprise_code = ?")
                .param(taxCode).query(Integer.class).single();
    }

    private int admittedOfCase(ProcessInstance umbrella) {
        return jdbc.sql("select admitted_in_plan_year from outreach_case where process_instance_id = ?")
                .param(umbrella.getId()).query(Integer.class).single();
    }

    private void assertRestricted(String reason) {
        assertThat(restricted("restricted_reason")).isEqualTo(reason);
        assertThat(restricted("restricted_since")).isEqualTo(Date.valueOf(today()));
    }

    private void join(String userId, String group) {
        identities.createMembership(userId, group);
    }

    private LocalDate taskDue(String step) {
        return LocalDate.ofInstant(task(ref, step).getDueDate().toInstant(), OutreachApplication.ZONE.toZoneId());
    }

    private List<String> groups(String step) {
        return tasks.getIdentityLinksForTask(task(ref, step).getId()).stream().map(link -> link.getGroupId()).toList();
    }

    private LocalDateTime due(String timer) {
        return LocalDateTime.ofInstant(timer(ref, timer).getDuedate().toInstant(), OutreachApplication.ZONE.toZoneId());
    }

    private List<String> openSteps() {
        return openSteps(ref);
    }

    /** The admission's ledger as {@code step=RESULT}, oldest first. */
    private List<String> steps() {
        return jdbc.sql("select step || '=' || result from outcome where process_instance_id = ? order by id")
                .param(admission.getId()).query(String.class).list();
    }

    private Object variable(String name) {
        return history.createHistoricVariableInstanceQuery().processInstanceId(admission.getId()).variableName(name)
                .singleResult().getValue();
    }

    private void assertEnded(String result) {
        assertThat(steps()).endsWith("end=" + result);
        assertThat(isRunning(AdmissionProcess.KEY, ref)).isFalse();
        assertThat(variable("admissionResult")).isEqualTo(result);
    }

    private void refused(String field, String reason, ThrowingCallable act) {
        Refusal refusal = refusedUnchanged(act);
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).isNotBlank();
    }

    private void forbidden(String reason, ThrowingCallable act) {
        Refusal refusal = refusedUnchanged(act);
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    /** What is refused leaves the ledger and the open tasks as they were. */
    private Refusal refusedUnchanged(ThrowingCallable act) {
        Map<String, Object> before = Map.of("ledger", ledger(code), "open", ref == null ? List.of() : openSteps());
        Throwable failure = catchThrowable(act);
        Refusal refusal = Refusal.in(failure);
        assertThat(refusal).as("a refusal (was: %s)", failure).isNotNull();
        assertThat(Map.of("ledger", ledger(code), "open", ref == null ? List.of() : openSteps())).isEqualTo(before);
        return refusal;
    }
}
