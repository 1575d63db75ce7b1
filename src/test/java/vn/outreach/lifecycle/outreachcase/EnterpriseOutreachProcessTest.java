package vn.outreach.lifecycle.outreachcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.EnterpriseService;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "surveyed_on                                                                 | chooseMaterials,prepareMeeting      | survey",
        "surveyed_on,owner_agreed_on                                                 | formFoundingBoard                   | survey,ownerPersuasion",
        "surveyed_on,owner_agreed_on,union_recognised_on                             | collectTransferWishes               | survey,ownerPersuasion,unionFounding",
        "surveyed_on,owner_agreed_on,union_recognised_on,cell_founded_on             | handOver                            | survey,ownerPersuasion,unionFounding,partyCellFounding",
        "owner_agreed_on,cell_founded_on                                             | scheduleSurvey                      | ''"})
    void eachPhaseIsSkippedForWhatTheRegisterKnows(String known, String open, String skipped) {
        String code = with(
                Stream.of(known.split(",")).flatMap(column -> Stream.of(column, today().minusMonths(2))).toArray(),
                "willing_full_members", 3);
        open(code);
        assertThat(openSteps(code)).containsExactly(open.split(","));
        assertThat(skippedPhases(code)).containsExactly(skipped.isEmpty() ? new String[0] : skipped.split(","));
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
    void anEnterpriseFoundClosedLetsItsCandidatesMove() {
        String code = enterprise("cell_founded_on", LONG_AGO);
        String ref = candidate(code);
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        open(code);
        schedule(code);
        complete("officer1", code, "conductSurvey", "surveyResult", "CLOSED");
        assertThat(ledger(code)).contains("memberAdmission.end=TRANSFERRED", "enterpriseOutreach.end=ENTERPRISE_CLOSED");
        assertThat(isRunning("memberAdmission", ref)).isFalse();
        assertThat(stage(code)).isEqualTo("CLOSED");
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
    void unionOnlyWaitsForBothAnswers_andAsksNeitherAgain() {
        String code = surveyed("youth_union_members", 40, "willing_full_members", 1);
        open(code);
        meet(code, "AGREED_UNION_ONLY");
        assertThat(openSteps(code)).containsExactly("formFoundingBoard", "formYouthFoundingBoard");
        assertThat(stage(code)).isEqualTo("UNION");
        union(code, "REJECTED");
        assertThat(openSteps(code)).containsExactly("formYouthFoundingBoard");
        complete("youth", code, "formYouthFoundingBoard", "youthBoardFormed", false);
        assertThat(ledger(code)).contains("unionFounding.end=REJECTED", "youthUnionFounding.end=NOT_FORMED");
        assertThat(openSteps(code)).isEmpty();
        assertThat(stage(code)).isEqualTo("PERSUASION");
        message("outreach.ownerContacted", code);
        meet(code, "AGREED_UNION_ONLY");
        assertThat(openSteps(code)).as("both were answered in this case").isEmpty();
        message("outreach.ownerContacted", code);
        meet(code, "AGREED");
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
        assertThat(ledger(code)).filteredOn("enterpriseOutreach.rank=DONE"::equals).hasSize(3);
        assertThat(ledger(code)).filteredOn(row -> row.startsWith("unionFounding.end")).hasSize(1);
        assertThat(ledger(code)).filteredOn(row -> row.startsWith("youthUnionFounding.")).hasSize(2);
    }

    @Test
    void aUnionMeanwhileChangesTheRank() {
        String code = surveyed("accessibility", "EASY", "workers", 900);
        open(code);
        assertThat(register(code, "priority")).isEqualTo(3);
        meet(code, "AGREED_UNION_ONLY");
        union(code, "RECOGNISED");
        message("outreach.ownerContacted", code);
        assertThat(register(code, "priority")).isEqualTo(1);
        assertThat(task(code, "prepareMeeting").getPriority()).isEqualTo(100);
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
    void aUnionThatCameByItselfIsNotOfferedAgain() {
        String code = surveyed("owner_agreed_on", LONG_AGO, "willing_full_members", 1);
        open(code);
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", false);
        jdbc.sql("update enterprise set union_recognised_on = ? where tax_code = ?").params(today(), code).update();
        fireTimer(code, "event_unionWaitOver");
        assertThat(openSteps(code)).isEmpty();
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
    }

    @Test
    void aUnionStillToBeOfferedDoesNotKeepTheCaseOpen() {
        String code = surveyed("owner_agreed_on", LONG_AGO, "cell_founded_on", LONG_AGO);
        open(code);
        complete("zoneunion", code, "formFoundingBoard", "foundingBoardFormed", false);
        complete("officer1", code, "handOver", "handOver", true, "handedOverOn", today().toString());
        assertThat(ledger(code)).endsWith("enterpriseOutreach.end=COMPLETED");
        assertThat(isRunning("enterpriseOutreach", code)).isFalse();
    }

    @Test
    void aRejectedUnionDoesNotStopTheCase() {
        String code = surveyed("owner_agreed_on", LONG_AGO, "willing_full_members", 0);
        open(code);
        union(code, "REJECTED");
        assertThat(ledger(code)).contains("unionFounding.end=REJECTED", "enterpriseOutreach.partyOrganisationForm=HELPER_CELL");
    }

    @Test
    void aYouthUnionIsFoundedBesideTheRest() {
        String code = agreedWithUnion("youth_union_members", 40, "youth_branches", 2, "willing_full_members", 2);
        open(code);
        youthUnion(code, "RECOGNISED");
        assertThat(ledger(code)).contains("youthUnionFounding.end=RECOGNISED");
        assertThat(register(code, "youth_union_founded_on")).isNotNull();
        assertThat(variables(code)).containsEntry("youthUnionForm", "GRASSROOTS").containsEntry("youthUnionResult", "RECOGNISED");
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, NONE", "2, 0, INTRODUCE_ELSEWHERE"})
    void tooFewYouthUnionMembersFoundNone(int members, int branches, String form) {
        String code = agreedWithUnion("youth_union_members", members, "youth_branches", branches, "willing_full_members", 2);
        open(code);
        assertThat(ledger(code)).contains("youthUnionFounding.skipped=SKIPPED");
        assertThat(variables(code)).containsEntry("youthUnionForm", form).containsEntry("youthUnionResult", "SKIPPED");
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

    @ParameterizedTest
    @CsvSource({
        ", HELPER_CELL, MOBILE_CELL", "0, HELPER_CELL, MOBILE_CELL", "1, MOBILE_OR_COMBINED, MOBILE_CELL",
        "2, MOBILE_OR_COMBINED, MOBILE_CELL", "3, OWN_CELL, CELL_FILE", "29, OWN_CELL, CELL_FILE", "30, COMMITTEE, CELL_FILE"})
    void theFullMembersDecideWhichOrganisationThereMayBe(Integer willing, String form, String stage) {
        String code = agreedWithUnion("willing_full_members", willing);
        open(code);
        assertThat(ledger(code)).contains("enterpriseOutreach.partyOrganisationForm=" + form);
        assertThat(variables(code)).containsEntry("partyOrganisationForm", form);
        assertThat(stage(code)).isEqualTo(stage);
    }

    @Test
    void fewerThanThreeMembersGoOnWaiting() {
        String code = agreedWithUnion("willing_full_members", 0, "full_members", 1);
        open(code);
        message("outreach.membershipChanged", code, "willingFullMembers", 2);
        assertThat(openSteps(code)).isEmpty();
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
        assertThat(register(code, "full_members")).isEqualTo(2);
        message("outreach.membershipChanged", code, "willingFullMembers", 3L);
        assertThat(openSteps(code)).containsExactly("collectTransferWishes");
        assertThat(ledger(code)).filteredOn("enterpriseOutreach.membershipChanged=DONE"::equals).hasSize(2);
    }

    @Test
    void aThirtiethMemberWhoComesWhileWaitingMakesItACommittee() {
        String code = agreedWithUnion("willing_full_members", 2);
        open(code);
        message("outreach.membershipChanged", code, "willingFullMembers", 30);
        cell(code, 30, "FOUNDED");
        assertThat(ledger(code)).contains("partyCellFounding.decideCellFounding=COMMITTEE_FOUNDED");
    }

    @ParameterizedTest
    @CsvSource({"ba, field-type", "3.5, field-type", "-1, field-range", "601, field-range", "'', field-missing"})
    void aNumberOfMembersThatCannotBeIsRefused(String sent, String reason) {
        String code = agreedWithUnion("willing_full_members", 2);
        open(code);
        Object value = sent.matches("-?[0-9.]+") ? (Object) Double.valueOf(sent) : sent;
        List<String> rows = ledger(code);
        assertThatThrownBy(() -> message("outreach.membershipChanged", code, "willingFullMembers", value))
                .satisfies(failure -> {
                    assertThat(Refusal.in(failure)).as("%s", failure).isNotNull();
                    assertThat(Refusal.in(failure).code()).isEqualTo(reason);
                    assertThat(Refusal.in(failure).field()).isEqualTo("willingFullMembers");
                });
        assertThat(ledger(code)).isEqualTo(rows);
        assertThat(openSteps(code)).isEmpty();
        assertThat(variables(code)).containsEntry("willingFullMembers", 2);
    }

    @Test
    void aChangeWithoutANumberIsNone_evenWhereTheOldNumberIsKnown() {
        String code = agreedWithUnion("willing_full_members", 2);
        open(code);
        assertThatThrownBy(() -> message("outreach.membershipChanged", code))
                .satisfies(failure -> {
                    assertThat(Refusal.in(failure).code()).isEqualTo("field-missing");
                    assertThat(Refusal.in(failure).field()).isEqualTo("willingFullMembers");
                });
        assertThat(ledger(code)).doesNotContain("enterpriseOutreach.membershipChanged=DONE");
    }

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
    void tooFewTransferredLeadBackToWaitingToo() {
        String code = agreedWithUnion("willing_full_members", 3);
        open(code);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 3);
        complete("organisation", code, "transferPostings", "transferredMembers", 1);
        assertThat(ledger(code)).endsWith("enterpriseOutreach.partyOrganisationForm=MOBILE_OR_COMBINED");
        assertThat(register(code, "willing_full_members")).isEqualTo(1);
        assertThat(variables(code)).containsEntry("willingFullMembers", 1).containsEntry("cellResult", "NOT_ENOUGH_MEMBERS");
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
    }

    @Test
    void aRejectedCellMayEndTheCase() {
        String code = agreedWithUnion("willing_full_members", 3);
        open(code);
        cell(code, 3, "REJECTED");
        assertThat(stage(code)).isEqualTo("MOBILE_CELL");
        complete("officer1", code, "reviewWaiting", "stillFeasible", false);
        assertThat(ledger(code)).endsWith("enterpriseOutreach.reviewWaiting=NO", "enterpriseOutreach.end=NOT_FEASIBLE");
        assertThat(stage(code)).isEqualTo("NOT_FEASIBLE");
    }

    @Test
    void whileWaitingIsReviewedNewMembersAreOnlyNoted() {
        String code = agreedWithUnion("willing_full_members", 1);
        open(code);
        fireTimer(code, "event_membersWaitOver");
        message("outreach.membershipChanged", code, "willingFullMembers", 3);
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
    void handOverIsOfferedUntilItIsDone_andNeverBeforeTheCellOrInTheFuture() {
        String code = agreedWithUnion("cell_founded_on", today().minusDays(3));
        open(code);
        assertThat(stage(code)).isEqualTo("CELL_FOUNDED");
        refusedField(code, "field-missing", "handOver");
        refusedField(code, "field-missing", "handedOverOn", "handOver", true);
        refusedField(code, "date-future", "handedOverOn", "handOver", true, "handedOverOn", today().plusDays(1).toString());
        refusedField(code, "date-order", "handedOverOn", "handOver", true, "handedOverOn", today().minusDays(4).toString());
        refusedField(code, "field-type", "handOver", "handOver", "maybe");
        for (int offer = 1; offer <= 2; offer++) {
            complete("officer1", code, "handOver", "handOver", false);
            assertThat(openSteps(code)).isEmpty();
            fireTimer(code, "event_handOverWaitOver");
        }
        assertThat(row(code, "handOver")).containsEntry("result", "NO").containsEntry("round", 2);
        complete("officer1", code, "handOver", "handOver", true, "handedOverOn", day(-3));
        assertThat(row(code, "handOver")).containsEntry("occurred_on", Date.valueOf(day(-3)));
    }

    @Test
    void admissionsCountBeforeTheCellIsThere_andTheCellThenEndsTheCase() {
        String code = agreedWithUnion("willing_full_members", 3);
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "admissionTarget", 1);
        runtime.setVariable(instance(code), "admittedInPlanYear", 1);
        assertThat(isRunning("enterpriseOutreach", code)).isTrue();
        cell(code, 3, "FOUNDED");
        assertThat(ledger(code)).contains("partyCellFounding.end=FOUNDED").endsWith("enterpriseOutreach.end=COMPLETED");
        assertThat(openSteps(code)).isEmpty();
    }

    @Test
    void withoutATargetNoNumberOfAdmissionsEndsTheCase() {
        String code = agreedWithUnion("cell_founded_on", LONG_AGO);
        open(code);
        runtime.setVariable(instance(code), "admittedInPlanYear", 9);
        assertThat(openSteps(code)).containsExactly("handOver");
        runtime.setVariable(instance(code), "admissionTarget", 10);
        assertThat(openSteps(code)).containsExactly("handOver");
        runtime.setVariable(instance(code), "admissionTarget", 9);
        assertThat(ledger(code)).endsWith("enterpriseOutreach.end=COMPLETED");
        assertThat(told(code)).contains("task-ended:officer1");
    }

    @Test
    void theTargetComesFromThePlansRow() {
        String code = enterprise();
        planned(code, TODAY.getYear(), "APPROVED", 5);
        open(code);
        assertThat(variables(code)).containsEntry("admissionTarget", 5).containsEntry("planYear", TODAY.getYear());
        String drafted = enterprise();
        planned(drafted, 2096, "DRAFT", 5);
        start("officer1", "enterpriseOutreach", "enterpriseCode", drafted, "planYear", 2096);
        assertThat(variables(drafted)).containsEntry("admissionTarget", 0);
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

    @ParameterizedTest
    @CsvSource({
        "scheduleSurvey, survey, officer1", "prepareMeeting, ownerPersuasion, officer1",
        "formFoundingBoard, unionFounding, zoneunion", "formYouthFoundingBoard, youthUnionFounding, youth",
        "collectTransferWishes, partyCellFounding, organisation"
    })
    void anEnterpriseMayCloseInTheMiddleOfAPhase_whoeverHadATaskIsTold(String step, String phase, String holder) {
        String code = inPhase(phase);
        open(code);
        String taskId = task(code, step).getId();
        if (!holder.equals("officer1")) {
            as(holder, () -> tasks.claim(taskId, holder));
        }
        message("outreach.enterpriseClosed", code, "reason", "Giải thể", "closedOn", day(-4));
        assertThat(ledger(code))
                .contains("enterpriseOutreach.enterpriseClosed=DONE", phase + ".end=CANCELLED")
                .endsWith("enterpriseOutreach.end=ENTERPRISE_CLOSED");
        assertThat(told(code)).contains("task-taken-by-message:" + holder, "case-closed:officer1");
        assertThat(openSteps(code)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count()).isZero();
        assertThat(jdbc.sql("select count(*) from running_case where enterprise_code = ?").param(code).query(Integer.class).single()).isZero();
        assertThat(register(code, "closed_on")).isEqualTo(Date.valueOf(day(-4)));
        assertThat(register(code, "closed_reason")).isEqualTo("Giải thể");
    }

    @Test
    void anEnterpriseMayCloseWhileNothingButTimeGoesBy() {
        String waiting = agreedWithUnion("willing_full_members", 1);
        open(waiting);
        message("outreach.enterpriseClosed", waiting, "reason", "Giải thể");
        assertThat(ledger(waiting)).endsWith("enterpriseOutreach.end=ENTERPRISE_CLOSED");

        String unionOnly = surveyed("union_recognised_on", LONG_AGO);
        open(unionOnly);
        meet(unionOnly, "AGREED_UNION_ONLY");
        message("outreach.enterpriseClosed", unionOnly, "reason", "Giải thể");
        assertThat(ledger(unionOnly)).endsWith("enterpriseOutreach.end=ENTERPRISE_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"reason, '', field-missing", "closedOn, TODAY+1, date-future", "closedOn, hôm qua, field-type"})
    void whatIsSaidOfAClosedEnterpriseMustBePossible(String field, String value, String reason) {
        String code = enterprise();
        open(code);
        Map<String, Object> said = vars("reason", "Phá sản");
        said.put(field, value(value));
        List<String> rows = ledger(code);
        assertThatThrownBy(() -> message(
                        "outreach.enterpriseClosed", code,
                        said.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toArray()))
                .satisfies(failure -> assertThat(Refusal.in(failure).code()).isEqualTo(reason));
        assertThat(ledger(code)).isEqualTo(rows);
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
        assertThat(register(code, "closed_on")).isNull();
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
    void theNextCaseMayRunWhenTheFirstIsOver_andTheStageIsTheNewOnes() {
        String code = surveyed();
        open(code);
        meet(code, "NOT_FEASIBLE");
        assertThat(stage(code)).isEqualTo("NOT_FEASIBLE");
        open(code);
        assertThat(stage(code)).isEqualTo("SURVEYED");
    }

    @Test
    void aStartThatBringsResultsSkipsNothing() {
        String code = enterprise();
        Map<String, Object> withResults = vars(
                "enterpriseCode", code, "surveyResult", "COMPLETED", "unionResult", "RECOGNISED",
                "persuasionOutcome", "AGREED", "admittedInPlanYear", 99, "ruleVersion", "QD29_2016");
        // A person's is refused; what the product itself might bring too much is dropped.
        Throwable refused = catchThrowable(
                () -> as("officer1", () -> runtime.startProcessInstanceByKey("enterpriseOutreach", withResults)));
        assertThat(Refusal.in(refused).code()).isEqualTo("field-unknown");
        assertThat(isRunning("enterpriseOutreach", code)).isFalse();
        runtime.startProcessInstanceByKey("enterpriseOutreach", withResults);
        assertThat(variables(code))
                .doesNotContainKeys("surveyResult", "unionResult", "persuasionOutcome")
                .containsEntry("admittedInPlanYear", 0)
                .containsEntry("ruleVersion", "QD208_2026");
    }

    @Test
    void aCaseDeletedWithoutListenersFreesItsPlace() {
        String code = enterprise();
        open(code);
        String old = instance(code);
        runtime.deleteProcessInstance(old, "gone", true);
        open(code);
        assertThat(instance(code)).isNotEqualTo(old);
        assertThat(openSteps(code)).containsExactly("scheduleSurvey");
    }

    @Test
    void aRowOfACaseThatNeverWasFreesItsPlace() {
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
        assertThatThrownBy(() -> start("officer1", "enterpriseOutreach", "enterpriseCode", code, "planYear", 26))
                .hasMessageContaining("planYear");
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
        assertThat(variables(code)).as("the case says so too").containsEntry("responsibleMember", "officer2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "organisation"})
    void whoeverChangesTheMemberOverRestMovesTheTasks(String userId) throws Exception {
        String code = inPhase("ownerPersuasion");
        open(code);
        as("propaganda", () -> tasks.claim(task(code, "chooseMaterials").getId(), "propaganda"));
        assertThat(patch(userId, code, "{\"responsibleMember\": \"officer2\"}")).isEqualTo(200);
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer2");
        assertThat(task(code, "chooseMaterials").getAssignee()).isEqualTo("propaganda");
        assertThat(told(code)).contains("responsible-member-changed:officer1", "responsible-member-changed:officer2");
        complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer2", code, "prepareMeeting", "meetingDate", today().toString());
        assertThat(task(code, "meetOwner").getAssignee()).isEqualTo("officer2");
    }

    @Test
    void aCaseWithoutAMemberIsOfferedToTheUnit() {
        String code = enterprise("responsible_member", null);
        open(code);
        assertThat(task(code, "scheduleSurvey").getAssignee()).isNull();
        assertThat(task(code, "scheduleSurvey").getPriority()).isEqualTo(20);
        complete("officer3", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        assertThat(ledger(code)).contains("survey.scheduleSurvey=DONE");
    }

    @Test
    void theStartNamesMemberAndRank() {
        String code = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", code, "responsibleMember", "officer3", "priority", 2);
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo("officer3");
        assertThat(task(code, "scheduleSurvey").getPriority()).isEqualTo(90);
        assertThat(register(code, "responsible_member")).isEqualTo("officer3");
    }

    @Test
    void aNewRankMovesTheTasksThatAreOpen_theAdmissionsToo() {
        String code = enterprise("cell_founded_on", LONG_AGO);
        String ref = start("organisation", "memberAdmission", "enterpriseCode", code).getBusinessKey();
        assertThat(task(ref, "recordConsent").getPriority()).isEqualTo(20);
        open(code);
        survey(code, 4);
        assertThat(task(ref, "recordConsent").getPriority()).isEqualTo(80);
        assertThat(task(code, "prepareMeeting").getPriority()).isEqualTo(80);
    }

    @Test
    void theTimelineShowsAdmissionsToThoseWhoMayReadThem() throws Exception {
        String code = inPhase("partyCellFounding");
        open(code);
        String ref = candidate(code);
        message("outreach.candidateIntroduced", code, "candidateRef", ref);
        assertThat(timeline("organisation", code)).contains("\"recordConsent\"", "\"collectTransferWishes\"");
        assertThat(timeline("officer1", code)).contains("\"collectTransferWishes\"").doesNotContain("\"recordConsent\"");
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

    /** An enterprise whose case begins with this phase. */
    private String inPhase(String phase) {
        return switch (phase) {
            case "survey" -> enterprise();
            case "ownerPersuasion" -> surveyed();
            case "unionFounding" -> surveyed("owner_agreed_on", LONG_AGO);
            case "youthUnionFounding" -> agreedWithUnion("youth_union_members", 3);
            default -> agreedWithUnion("willing_full_members", 3);
        };
    }

    private String surveyed(Object... more) {
        return with(more, "surveyed_on", today().minusMonths(1));
    }

    private String agreedWithUnion(Object... more) {
        return with(more, "surveyed_on", today().minusMonths(1), "owner_agreed_on", LONG_AGO, "union_recognised_on", LONG_AGO);
    }

    private String with(Object[] more, Object... base) {
        Object[] all = Arrays.copyOf(base, base.length + more.length);
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

    private void youthUnion(String code, String decision) {
        String day = today().toString();
        complete("youth", code, "formYouthFoundingBoard", "youthBoardFormed", true);
        complete("youth", code, "collectYouthApplications", "signedApplications", 40, "youthBranches", 2);
        complete("youth", code, "holdYouthMeeting", "meetingDate", day, "meetingValid", true);
        complete("youth", code, "submitYouthFile", "submittedOn", day);
        complete("youth", code, "recordYouthDecision", "youthUnionDecision", decision, "decisionNumber", "9-QĐ/ĐTN", "decisionDate", day);
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

    private List<String> skippedPhases(String code) {
        return jdbc.sql("select phase from outcome where tax_code = ? and step = 'skipped' and phase <> 'youthUnionFounding' order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    private void refusedField(String code, String reason, String field, Object... form) {
        List<String> rows = ledger(code);
        assertThatThrownBy(() -> complete("officer1", code, "handOver", form)).satisfies(failure -> {
            assertThat(Refusal.in(failure).code()).isEqualTo(reason);
            assertThat(Refusal.in(failure).field()).isEqualTo(field);
        });
        assertThat(ledger(code)).isEqualTo(rows);
        assertThat(openSteps(code)).containsExactly("handOver");
    }

    private Map<String, Object> variables(String code) {
        return runtime.getVariables(instance(code));
    }

    private int patch(String userId, String code, String json) throws Exception {
        return send(request(userId, code).method("PATCH", HttpRequest.BodyPublishers.ofString(json))).statusCode();
    }

    private String timeline(String userId, String code) throws Exception {
        return send(request(userId, code + "/timeline?size=500").GET()).body();
    }

    private HttpRequest.Builder request(String userId, String path) {
        String login = Base64.getEncoder().encodeToString((userId + ":" + userId).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/enterprises/" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
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
