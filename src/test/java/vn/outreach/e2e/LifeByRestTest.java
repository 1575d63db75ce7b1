package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/**
 * Whole lives of enterprises over HTTP, each step by the user whose step it is. The only ways in besides are the engine's
 * clock and firing a timer when its day has come.
 */
class LifeByRestTest extends OutreachTest {

    private static final LocalDate START = TODAY;
    private static final int REFUSED = 400;
    private static final int CONFLICT = 409;

    private CaseByRest life;
    private String code;

    @BeforeEach
    void registered() {
        code = newTaxCode();
    }

    // --- the mobile cell ---------------------------------------------------------------------------------------------

    @Test
    @Tag("both-databases")
    void theMobileCellAdmits_andTheThirdFullMemberFoundsTheCell() {
        begin("unionRecognisedOn", "2025-06-02");
        life.open();
        assertThat(life.stage()).isEqualTo("PLANNED");
        survey(2, 2);
        life.does("organisation", code, "verifyPostings", "fullMembersVerified", 2, "willingFullMembers", 2);
        assertThat(life.stage()).isEqualTo("SURVEYED");
        meet("AGREED");
        assertThat(life.stage()).isEqualTo("MOBILE_CELL");
        assertThat(openSteps(code)).isEmpty();
        assertThat(life.ledger()).contains(
                "unionFounding.skipped=SKIPPED PERSON by officer1",
                "enterpriseOutreach.partyOrganisationForm=MOBILE_OR_COMBINED PERSON by officer1");

        String first = introduced("mobilecell");
        String second = introduced("officer1");
        assertThat(life.stage()).isEqualTo("ADMISSION");
        life.reports("mobilecell", "candidateWithdrew", "candidateRef", second, "occurredOn", today().toString());
        assertThat(life.ledger()).endsWith("memberAdmission.end=WITHDRAWN MESSAGE by mobilecell");
        dossier(first);
        life.does("committee", first, "decideAdmission", admission());
        life.does("mobilecell", first, "holdCeremony", "ceremonyDate", today().toString());
        assertThat(openSteps(first)).isEmpty();

        fireTimer(code, "event_membersWaitOver");
        life.does("officer1", code, "reviewWaiting", "stillFeasible", true);
        assertThat(openSteps(code)).as("waits again").isEmpty();
        fireTimer(first, "event_probationEnded");
        at(today().plusDays(3));
        life.does("mobilecell2", first, "reviewProbation", "eligibleVoters", 3, "yesVotes", 3, "voteDate", today().toString());
        assertThat(life.stage()).isEqualTo("ADMISSION");
        life.does("committee", first, "decideFullMembership", fullMembership());

        assertThat(life.enterprise().get("fullMembers").asInt()).isEqualTo(3);
        assertThat(life.enterprise().get("willingFullMembers").asInt()).isEqualTo(3);
        assertThat(openSteps(code)).as("by itself").containsExactly("collectTransferWishes");
        assertThat(life.stage()).isEqualTo("CELL_FILE");
        cellFile(3);
        life.does("committee", code, "decideCellFounding", cell());
        life.does("officer1", code, "announceCell", "announcedOn", today().toString());
        assertThat(life.stage()).isEqualTo("CELL_FOUNDED");
        life.does("officer1", code, "handOver", "handOver", true, "handedOverOn", today().toString());
        assertThat(life.stage()).isEqualTo("COMPLETED");
        assertThat(life.ledger()).containsSubsequence(
                "ownerPersuasion.meetOwner=AGREED PERSON by officer1",
                "memberAdmission.end=WITHDRAWN MESSAGE by mobilecell",
                "memberAdmission.decideAdmission=ADMITTED PERSON by committee",
                "memberAdmission.holdCeremony=ADMITTED_PROBATIONARY PERSON by mobilecell",
                "enterpriseOutreach.reviewWaiting=YES PERSON by officer1",
                "memberAdmission.decideFullMembership=RECOGNISED PERSON by committee",
                "enterpriseOutreach.membershipChanged=DONE MESSAGE by committee",
                "enterpriseOutreach.partyOrganisationForm=OWN_CELL MESSAGE by committee",
                "memberAdmission.end=FULL_MEMBER PERSON by committee",
                "partyCellFounding.end=FOUNDED PERSON by officer1",
                "enterpriseOutreach.end=COMPLETED PERSON by officer1");
    }

    // --- closed in the middle ----------------------------------------------------------------------------------------

    @Test
    void anEnterpriseThatClosesEndsItsCaseAndItsAdmissions() {
        begin();
        life.open();
        survey(4, 40);
        life.does("organisation", code, "verifyPostings", "fullMembersVerified", 4, "willingFullMembers", 4);
        meet("AGREED_WITH_CONDITIONS");
        life.does("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true);
        String ref = introduced("organisation");
        assertThat(openSteps(code)).contains("collectApplications");
        assertThat(openSteps(ref)).containsExactly("openCandidateFile");

        at(START.plusDays(9));
        life.reports("officer1", "enterpriseClosed", "enterpriseCode", code, "occurredOn", START.plusDays(8).toString(),
                "reason", "Chuyển nhà máy ra nước ngoài");

        assertThat(openSteps(code)).isEmpty();
        assertThat(openSteps(ref)).isEmpty();
        assertThat(running()).isZero();
        assertThat(life.stage()).isEqualTo("CLOSED");
        assertThat(life.enterprise().get("closedOn").asText()).isEqualTo(START.plusDays(8).toString());
        assertThat(life.ledger()).contains(
                "unionFounding.end=CANCELLED MESSAGE by officer1",
                "youthUnionFounding.end=CANCELLED MESSAGE by officer1",
                "memberAdmission.end=TRANSFERRED MESSAGE by officer1",
                "enterpriseOutreach.end=ENTERPRISE_CLOSED MESSAGE by officer1",
                "caseEvent.deliverEvent=DONE PERSON by officer1");
        assertThat(told(code)).contains("case-closed:officer1");
        assertThat(life.as("mobilecell").get("/api/v1/candidates/" + ref).status()).isEqualTo(403);
        assertThat(life.as("officer1").startCase(code).status()).isEqualTo(REFUSED);
        assertThat(history.createHistoricProcessInstanceQuery().unfinished().processInstanceBusinessKey(code).count()).isZero();
    }

    // --- every message -----------------------------------------------------------------------------------------------

    @Test
    void everyMessageOfTheContractStandsForItsTask() {
        begin();
        life.open();
        surveyOverARefusal();
        persuadedByACall();
        unionsByTheirDecisions();
        cellByAChangeAndADecision();
        String ref = admittedByDecisions();
        threeLeave();
        restoredCell();
        closed();
        assertThat(life.ledger()).contains("memberAdmission.end=FULL_MEMBER MESSAGE by integration");
        assertRefused(REFUSED, "candidateWithdrew", ref);
    }

    private void surveyOverARefusal() {
        assertRefused(REFUSED, "ownerContacted", code);
        assertRefused(REFUSED, "postingsVerified", code, "fullMembersVerified", 2, "willingFullMembers", 2);
        schedule();
        life.does("officer1", code, "conductSurvey", "surveyResult", "REFUSED");
        assertThat(openSteps(code)).isEmpty();
        assertTakenOnce("ownerContacted", code);
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
        survey(4, 40);
        assertRefused(REFUSED, "postingsVerified", code, "fullMembersVerified", 2);
        assertRefused(REFUSED, "postingsVerified", code, "fullMembersVerified", 2, "willingFullMembers", 3);
        assertTakenOnce("postingsVerified", code, "fullMembersVerified", 4, "willingFullMembers", 2);
        assertWritten("survey.verifyPostings=DONE MESSAGE");
        assertThat(life.ledger()).contains("survey.end=COMPLETED MESSAGE by integration");
        assertThat(life.stage()).isEqualTo("SURVEYED");
    }

    private void persuadedByACall() {
        meet("REFUSED");
        assertThat(life.stage()).isEqualTo("REFUSED_PAUSED");
        assertTakenOnce("ownerContacted", code);
        meet("AGREED");
        assertThat(life.stage()).isEqualTo("UNION");
    }

    private void unionsByTheirDecisions() {
        String day = today().toString();
        life.does("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", true);
        life.does("zoneunion", code, "collectApplications", "signedApplications", 8, "legalPerson", true);
        life.does("zoneunion2", code, "confirmApplications", "confirmed", true);
        life.does("zoneunion", code, "holdCongress", "congressDate", day, "congressForm", "FULL", "congressValid", true, "committeeSize", 3);
        life.does("zoneunion", code, "submitUnionFile", "submittedOn", day, "firstMeetingOn", day);
        assertRefused(REFUSED, "unionDecided", code, "unionDecision", "PERHAPS");
        assertTakenOnce("unionDecided", code, "unionDecision", "RECOGNISED", "decisionNumber", "7/QĐ-CĐ", "decisionDate", day);
        assertWritten("unionFounding.recordUnionDecision=RECOGNISED MESSAGE");
        assertThat(life.stage()).isEqualTo("MOBILE_CELL");

        life.does("youth", code, "formYouthFoundingBoard", "youthBoardFormed", true);
        life.does("youth", code, "collectYouthApplications", "signedApplications", 12, "youthBranches", 0);
        life.does("youth", code, "holdYouthMeeting", "meetingDate", day, "meetingValid", true);
        life.does("youth", code, "submitYouthFile", "submittedOn", day);
        assertTakenOnce("youthUnionDecided", code, "youthUnionDecision", "RECOGNISED", "decisionNumber", "4/QĐ-ĐTN", "decisionDate", day);
        assertWritten("youthUnionFounding.recordYouthDecision=RECOGNISED MESSAGE");
    }

    private void cellByAChangeAndADecision() {
        assertRefused(REFUSED, "membershipChanged", code, "willingFullMembers", -1);
        assertTaken("membershipChanged", code, "willingFullMembers", 4);
        assertWritten("enterpriseOutreach.membershipChanged=DONE MESSAGE");
        assertThat(life.stage()).isEqualTo("CELL_FILE");
        cellFile(4);
        assertTakenOnce("cellDecided", code, cell());
        assertWritten("partyCellFounding.decideCellFounding=FOUNDED MESSAGE");
        life.does("officer1", code, "announceCell", "announcedOn", today().toString());
        assertThat(life.stage()).isEqualTo("CELL_FOUNDED");
    }

    private String admittedByDecisions() {
        String ref = introducedByMessage();
        dossierUpToVerification(ref);
        life.works(ref, "verifyPersonalHistory", "verificationOutcome", "MET", "verifiedOn", today().toString());
        assertWritten("memberAdmission.verifyPersonalHistory=MET WORKER");
        vote(ref);
        assertTakenOnce("admissionDecided", ref, admission());
        assertWritten("memberAdmission.decideAdmission=ADMITTED MESSAGE");
        life.does("mobilecell", ref, "holdCeremony", "ceremonyDate", today().toString());
        assertThat(life.stage()).isEqualTo("ADMISSION");
        fireTimer(ref, "event_probationEnded");
        at(today().plusDays(3));
        life.does("mobilecell", ref, "reviewProbation", "eligibleVoters", 3, "yesVotes", 2, "voteDate", today().toString());
        assertTakenOnce("fullMembershipDecided", ref, fullMembership());
        assertWritten("memberAdmission.decideFullMembership=RECOGNISED MESSAGE");
        assertThat(life.stage()).isEqualTo("CELL_FOUNDED");
        return ref;
    }

    private void threeLeave() {
        String withdraws = introducedByMessage();
        String forbids = introducedByMessage();
        String moves = introducedByMessage();
        assertTakenOnce("candidateWithdrew", withdraws);
        assertWritten("memberAdmission.candidateWithdrew=DONE MESSAGE");
        assertThat(life.ledger()).endsWith("memberAdmission.end=WITHDRAWN MESSAGE by integration");
        assertTakenOnce("consentWithdrawn", forbids);
        assertWritten("memberAdmission.consentWithdrawn=DONE MESSAGE");
        assertThat(life.ledger()).endsWith("memberAdmission.end=CONSENT_WITHDRAWN MESSAGE by integration");
        assertRefused(REFUSED, "candidateMoved", moves, "toEnterpriseCode", "0000000000");
        assertTakenOnce("candidateMoved", moves);
        assertWritten("memberAdmission.candidateMoved=DONE MESSAGE");
        assertThat(life.ledger()).endsWith("memberAdmission.end=TRANSFERRED MESSAGE by integration");
        assertThat(openSteps(withdraws)).isEmpty();
        assertThat(openSteps(forbids)).isEmpty();
        assertThat(openSteps(moves)).isEmpty();
    }

    private void restoredCell() {
        assertRefused(REFUSED, "cellBelowMinimum", code, "fullMembers", 3);
        assertTaken("cellBelowMinimum", code, "fullMembers", 2);
        assertRefused(CONFLICT, "cellBelowMinimum", code, "fullMembers", 2);
        assertThat(openSteps(code)).contains("restoreCell");
        life.does("organisation", code, "restoreCell", "restoration", "MEMBERS_ADDED");
        assertThat(life.ledger()).contains("cellRestoration.end=MEMBERS_ADDED PERSON by organisation");
    }

    private void closed() {
        String running = introducedByMessage();
        assertRefused(REFUSED, "enterpriseClosed", code);
        assertTakenOnce("enterpriseClosed", code, "reason", "Giải thể");
        assertWritten("enterpriseOutreach.enterpriseClosed=DONE MESSAGE");
        assertThat(life.ledger()).contains("enterpriseOutreach.end=ENTERPRISE_CLOSED MESSAGE by integration");
        assertThat(openSteps(running)).isEmpty();
        assertThat(running()).isZero();
        assertThat(life.stage()).isEqualTo("CLOSED");
        assertRefused(REFUSED, "membershipChanged", code, "willingFullMembers", 5);
        assertRefused(REFUSED, "ownerContacted", code);
    }

    private String introducedByMessage() {
        String ref = life.candidate();
        assertTaken("candidateIntroduced", code, "candidateRef", ref);
        assertWritten("enterpriseOutreach.startMemberAdmission=DONE MESSAGE");
        assertRefused(CONFLICT, "candidateIntroduced", code, "candidateRef", ref);
        consented(ref);
        return ref;
    }

    // --- steps -------------------------------------------------------------------------------------------------------

    private void begin(Object... more) {
        life = CaseByRest.register("http://localhost:" + port, code, CaseByRest.pairs(more));
        assertThat(life.stage()).isEqualTo("REGISTERED");
    }

    private void schedule() {
        life.does("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        life.works(code, "sendOfficialLetter", "letterNumber", "12-CV/ĐU", "letterSentOn", today().toString());
        assertWritten("survey.sendOfficialLetter=DONE WORKER");
    }

    private void survey(int fullMembers, int youthUnionMembers) {
        schedule();
        life.does("officer1", code, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", today().toString(),
                "accessibility", "EASY", "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 0,
                "youthUnionMembers", youthUnionMembers, "youthBranches", 0, "fullMembers", fullMembers, "probationaryMembers", 0);
    }

    private void meet(String outcome) {
        if (openSteps(code).contains("chooseMaterials")) {
            life.does("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST,OWNER_BENEFITS");
        }
        life.does("officer1", code, "prepareMeeting", "meetingDate", today().toString());
        life.does("officer1", code, "meetOwner", "persuasionOutcome", outcome, "metOn", today().toString(), "conditions", "ngoài giờ làm");
    }

    /** Introduced by a report, with consent and a file that holds what the rules ask for. */
    private String introduced(String reporter) {
        String ref = life.candidate();
        life.reports(reporter, "candidateIntroduced", "enterpriseCode", code, "candidateRef", ref, "occurredOn", today().toString());
        consented(ref);
        return ref;
    }

    private void consented(String ref) {
        life.knows("mobilecell", ref, "name", "Lê Văn Kín " + ref, "contact", "tổ đúc");
        life.does("organisation", ref, "recordConsent", "consentGiven", true, "consentChannel", "PAPER");
        life.knows("mobilecell", ref, "birthMonth", "1998-03", "schooling", "HIGHER", "certificateDate", today().minusMonths(2).toString(),
                "citizen", true, "isOwner", false, "readmission", false, "inYouthUnion", true, "inUnion", true);
    }

    private void dossierUpToVerification(String ref) {
        life.does("mobilecell", ref, "openCandidateFile", "fileComplete", true, "abroad", false);
        boolean youthUnion = !life.enterprise().get("youthUnionFoundedOn").isNull();
        life.does("mobilecell", ref, "collectIntroductions", "introducerMonths", 24,
                "introducerPair", youthUnion ? "YOUTH_UNION_AND_ONE" : "UNION_AND_ONE");
        life.does(youthUnion ? "youth" : "zoneunion", ref, "collectResolution", "resolutionOutcome", "INTRODUCED");
        life.does("mobilecell", ref, "collectOpinions", "opinionsComplete", true);
    }

    private void dossier(String ref) {
        dossierUpToVerification(ref);
        life.does("organisation", ref, "verifyPersonalHistory", "verificationOutcome", "MET", "verifiedOn", today().toString());
        vote(ref);
    }

    private void vote(String ref) {
        life.does("mobilecell", ref, "holdCellVote", "eligibleVoters", 3, "yesVotes", 2, "voteDate", today().toString());
        life.does("mobilecell2", ref, "confirmVote", "confirmed", true);
    }

    private Object[] admission() {
        String day = today().toString();
        return new Object[] {"admissionDecision", "ADMITTED", "bodyMembers", 5, "bodyYes", 4,
            "decisionNumber", "12-QĐ/ĐU", "decisionDate", day, "decisionReceivedOn", day};
    }

    private Object[] fullMembership() {
        return new Object[] {"fullMembershipDecision", "RECOGNISED", "decisionNumber", "13-QĐ/ĐU", "decisionDate", today().toString()};
    }

    private void cellFile(int members) {
        life.does("organisation", code, "collectTransferWishes", "willingFullMembers", members);
        life.does("organisation", code, "transferPostings", "transferredMembers", members);
        life.does("officer1", code, "prepareFoundingFile", "fileComplete", true);
        life.does("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
    }

    private Object[] cell() {
        return new Object[] {"cellDecision", "FOUNDED", "decisionNumber", "3-QĐ/ĐU", "decisionDate", today().toString()};
    }

    // --- messages ----------------------------------------------------------------------------------------------------

    /** Accepted, and refused when it comes again: what it stood for is done. */
    private void assertTakenOnce(String message, String key, Object... fields) {
        assertTaken(message, key, fields);
        assertRefused(REFUSED, message, key, fields);
    }

    private void assertTaken(String message, String key, Object... fields) {
        Rest.Answer answer = life.hears(message, key, fields);
        assertThat(answer.status()).as("%s: %s", message, answer).isEqualTo(204);
    }

    /** Refused, and nothing is changed by it. */
    private void assertRefused(int status, String message, String key, Object... fields) {
        List<String> before = state(key);
        Rest.Answer answer = life.hears(message, key, fields);
        assertThat(answer.status()).as("%s: %s", message, answer).isEqualTo(status);
        assertThat(state(key)).isEqualTo(before);
    }

    private List<String> state(String key) {
        return List.of(life.ledger().toString(), openSteps(code).toString(), openSteps(key).toString(), life.enterprise().toString(),
                told(code).toString(), String.valueOf(running()));
    }

    /** The ledger has this row by the integration user. */
    private void assertWritten(String row) {
        assertThat(life.ledger()).contains(row + " by integration");
    }

    private int running() {
        return jdbc.sql("select count(*) from running_case where enterprise_code = ? or business_key = ?")
                .params(code, code).query(Integer.class).single();
    }
}
