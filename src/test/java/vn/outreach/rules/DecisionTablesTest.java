package vn.outreach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every decision table with its rules, limits and rule versions, on the DMN engine alone. An empty expectation means: no rule matches. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE = SafeDecisions.configuration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2016-07-24,", "2016-07-25, QD29_2016", "2021-07-29, QD29_2016",
        "2021-07-30, QD24_2021", "2025-01-19, QD24_2021",
        "2025-01-20, QD232_2025", "2025-06-30, QD232_2025",
        "2025-07-01, QD294_2025", "2026-04-07, QD294_2025",
        "2026-04-08, QD20_2026", "2026-07-25, QD20_2026",
        "2026-07-26, QD208_2026", "2031-12-31, QD208_2026"})
    void ruleVersion_followsTheDate(String date, String version) {
        assertThat(evaluate("ruleVersion", Map.of("date", date)).get("ruleVersion")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "true, EASY, true, 500, 1", "true, EASY, true, 4000, 1", "true, EASY, true, 499, 2", "true, EASY, false, 4000, 3",
        "true, HARD, true, 4000, 4", "true, UNKNOWN, true, 10, 4", "true, HARD, false, 4000, 5", "true, UNKNOWN, false, 0, 5",
        "false, EASY, true, 500, 6", "false, HARD, true, 4000, 6", "false, UNKNOWN, true, 499, 7", "false, EASY, true, 0, 7",
        "false, EASY, false, 500, 8", "false, UNKNOWN, false, 4000, 8", "false, EASY, false, 499, 9", "false, UNKNOWN, false, 0, 9",
        "true, SOMEHOW, true, 10,"})
    void outreachPriority_easyBeforeHardAndUnionBeforeNone(boolean surveyed, String accessibility, boolean hasUnion, int workers, Integer priority) {
        Map<String, Object> result = evaluate("outreachPriority", Map.of("surveyed", surveyed, "accessibility", accessibility,
                "hasUnion", hasUnion, "workerCount", workers, "manyWorkers", 500));
        assertThat(result.get("priority")).isEqualTo(priority);
        assertThat(result.containsKey("reason")).isEqualTo(priority != null);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 300, 300, 1", "true, true, 300, 299, 2", "true, true, 1, 0, 2", "false, true, 300, 300, 6", "false, true, 300, 299, 7",
        "false, false, 1, 1, 8", "false, false, 1, 0, 9"})
    void outreachPriority_theNumberThatCountsAsManyIsASetting(boolean surveyed, boolean hasUnion, int manyWorkers, int workers, int priority) {
        assertThat(evaluate("outreachPriority", Map.of("surveyed", surveyed, "accessibility", "EASY", "hasUnion", hasUnion,
                "workerCount", workers, "manyWorkers", manyWorkers))).containsEntry("priority", priority);
    }

    /** {@link RankInput} takes all numbers below the threshold for one, and all others. */
    @Test
    void outreachPriority_looksAtTheWorkersOnlyToSeeWhetherTheyAreMany() throws IOException {
        try (InputStream file = file("outreachPriority")) {
            DecisionTable table = (DecisionTable) ((Decision) Dmn.readModelFromStream(file).getModelElementById("outreachPriority")).getExpression();
            assertThat(table.getRules()).allSatisfy(rule -> {
                List<InputEntry> entries = List.copyOf(rule.getInputEntries());
                assertThat(entries.get(3).getTextContent().strip()).as(rule.getId()).isIn("", ">= manyWorkers", "< manyWorkers");
                assertThat(entries.get(4).getTextContent().strip()).as(rule.getId()).isEmpty();
            });
        }
        assertThat(new RankInput(true, "EASY", true, 4000, 500)).isEqualTo(new RankInput(true, "EASY", true, 500, 500));
        assertThat(new RankInput(true, "EASY", true, 499, 500)).isEqualTo(new RankInput(true, "EASY", true, 0, 500));
    }

    @ParameterizedTest
    @CsvSource({
        "AGREED, 1, PROCEED, 0", "AGREED, 9, PROCEED, 0", "AGREED_WITH_CONDITIONS, 1, PROCEED, 0", "AGREED_UNION_ONLY, 1, UNION_FIRST, 6",
        "NOT_FEASIBLE, 1, CLOSE, 0", "DEFERRED, 1, RETRY, 3", "DEFERRED, 3, RETRY, 3", "DEFERRED, 4, PAUSE, 0",
        "REFUSED, 1, RETRY, 6", "REFUSED, 2, RETRY, 6", "REFUSED, 3, PAUSE, 0",
        "UNREACHABLE, 1, RETRY, 1", "UNREACHABLE, 2, RETRY, 1", "UNREACHABLE, 3, PAUSE, 0", "SOMETHING_ELSE, 1, PAUSE, 0"})
    void persuasionNextStep_triesAgainAndThenPauses(String outcome, int attempt, String next, int months) {
        assertThat(evaluate("persuasionNextStep", Map.of("persuasionOutcome", outcome, "attempt", attempt)))
                .containsEntry("nextStep", next).containsEntry("waitMonths", months);
    }

    @ParameterizedTest
    @CsvSource({"true, 5, true", "true, 120, true", "true, 4, false", "true, 0, false", "false, 5, false", "false, 0, false", "true, -1,"})
    void unionCongressReadiness_needsALegalPersonAndFiveApplications(boolean legalPerson, int applications, Boolean ready) {
        Map<String, Object> result = evaluate("unionCongressReadiness", Map.of("legalPerson", legalPerson, "signedApplications", applications));
        assertThat(result.get("ready")).isEqualTo(ready);
        assertThat(result.containsKey("reason")).isEqualTo(ready != null);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, NONE", "1, 0, INTRODUCE_ELSEWHERE", "2, 5, INTRODUCE_ELSEWHERE", "3, 0, BRANCH", "29, 4, BRANCH",
        "30, 0, BRANCH", "30, 1, BRANCH", "30, 2, GRASSROOTS", "200, 6, GRASSROOTS", "-1, 0,"})
    void youthUnionForm_threeForABranchThirtyInTwoForGrassroots(int members, int branches, String form) {
        assertThat(evaluate("youthUnionForm", Map.of("youthUnionMembers", members, "youthBranches", branches)).get("youthUnionForm")).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        // version, months of age, schooling, months of certificate, citizen, owner, readmission
        "QD208_2026, 300, HIGHER, 12, false, false, false, NOT_ELIGIBLE", "QD208_2026, 100, BELOW_THCS, -1, false, true, true, NOT_ELIGIBLE",
        "QD208_2026, 215, HIGHER, 12, true, false, false, NOT_YET", "QD208_2026, 215, HIGHER, 12, true, true, true, NOT_YET",
        "QD208_2026, 216, HIGHER, 12, true, false, false, FIT", "QD208_2026, 720, HIGHER, 12, true, false, false, FIT",
        "QD208_2026, 721, HIGHER, 12, true, false, false, MANUAL_REVIEW", "QD208_2026, 721, HIGHER, -1, true, false, false, MANUAL_REVIEW",
        "QD208_2026, 300, HIGHER, 12, true, true, false, MANUAL_REVIEW", "QD208_2026, 300, HIGHER, 12, true, false, true, MANUAL_REVIEW",
        "QD208_2026, 300, HIGHER, -1, true, false, false, NOT_YET", "QD208_2026, 300, HIGHER, 0, true, false, false, FIT",
        "QD208_2026, 300, HIGHER, 60, true, false, false, FIT", "QD208_2026, 300, HIGHER, 61, true, false, false, NOT_YET",
        "QD1999, 300, HIGHER, 12, true, false, false,", "QD208_2026, 300, UNHEARD_OF, 12, true, false, false,"})
    void candidateEligibility_firstObstacleDecides(String version, int age, String schooling, int certificate, boolean citizen, boolean owner,
            boolean readmission, String eligibility) {
        Map<String, Object> result = evaluate("candidateEligibility", candidate(version, age, schooling, certificate, citizen, owner, readmission));
        assertThat(result.get("eligibility")).isEqualTo(eligibility);
        assertThat(result.containsKey("reason")).isEqualTo(eligibility != null);
    }

    @ParameterizedTest
    @CsvSource({
        // lowest schooling that the version takes without a person's look, the one below it
        "QD29_2016, THCS_EQUIVALENT, BELOW_THCS", "QD24_2021, THCS_DEGREE, THCS_PROGRAMME", "QD232_2025, THCS_EQUIVALENT, BELOW_THCS",
        "QD294_2025, THCS_EQUIVALENT, BELOW_THCS", "QD20_2026, THCS_PROGRAMME, THCS_EQUIVALENT", "QD208_2026, THCS_PROGRAMME, THCS_EQUIVALENT"})
    void candidateEligibility_schoolingDependsOnTheVersion(String version, String enough, String tooLittle) {
        assertThat(evaluate("candidateEligibility", candidate(version, 300, enough, 12, true, false, false))).containsEntry("eligibility", "FIT");
        assertThat(evaluate("candidateEligibility", candidate(version, 300, "HIGHER", 12, true, false, false))).containsEntry("eligibility", "FIT");
        assertThat(evaluate("candidateEligibility", candidate(version, 300, tooLittle, 12, true, false, false))).containsEntry("eligibility", "MANUAL_REVIEW");
        assertThat(evaluate("candidateEligibility", candidate(version, 300, "BELOW_THCS", -1, true, false, false))).containsEntry("eligibility", "MANUAL_REVIEW");
    }

    @ParameterizedTest
    @CsvSource({"0, HELPER_CELL", "1, MOBILE_OR_COMBINED", "2, MOBILE_OR_COMBINED", "3, OWN_CELL", "29, OWN_CELL", "30, COMMITTEE", "400, COMMITTEE", "-1,"})
    void partyOrganisationForm_threeForACellThirtyForACommittee(int members, String form) {
        assertThat(evaluate("partyOrganisationForm", Map.of("willingFullMembers", members)).get("partyOrganisationForm")).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, 30, YOUTH_UNION_AND_ONE", "true, true, false, 18, YOUTH_UNION_AND_ONE", "true, true, true, 31, TWO_FULL_MEMBERS",
        "true, false, true, 25, TWO_FULL_MEMBERS", "true, false, false, 45, TWO_FULL_MEMBERS", "false, true, true, 20, UNION_AND_ONE",
        "false, false, true, 50, UNION_AND_ONE", "false, true, false, 20, NOT_POSSIBLE", "false, false, false, 50, NOT_POSSIBLE"})
    void introducers_withoutAYouthUnionTheUnionIsNeeded(boolean youthUnionExists, boolean inYouthUnion, boolean inUnion, int age, String pair) {
        assertThat(evaluate("introducers", Map.of("youthUnionExists", youthUnionExists, "candidateInYouthUnion", inYouthUnion,
                "candidateInUnion", inUnion, "candidateAgeYears", age))).containsEntry("introducerPairRequired", pair);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QD29_2016", "QD24_2021", "QD232_2025", "QD294_2025", "QD20_2026"})
    void decidingBody_until2026DependsOnTheDelegation(String version) {
        assertThat(evaluate("decidingBody", Map.of("ruleVersion", version, "delegated", true)))
                .containsEntry("decidingBody", "GRASSROOTS_COMMITTEE").containsEntry("voteRule", "TWO_THIRDS");
        assertThat(evaluate("decidingBody", Map.of("ruleVersion", version, "delegated", false)))
                .containsEntry("decidingBody", "SUPERIOR_STANDING_COMMITTEE").containsEntry("voteRule", "MORE_THAN_HALF");
    }

    @ParameterizedTest
    @CsvSource({"QD208_2026, true, GRASSROOTS_STANDING_COMMITTEE, MORE_THAN_HALF", "QD208_2026, false, GRASSROOTS_STANDING_COMMITTEE, MORE_THAN_HALF", "QD1999, true,,"})
    void decidingBody_since208TheGrassrootsStandingCommittee(String version, boolean delegated, String body, String voteRule) {
        Map<String, Object> result = evaluate("decidingBody", Map.of("ruleVersion", version, "delegated", delegated));
        assertThat(result.get("decidingBody")).isEqualTo(body);
        assertThat(result.get("voteRule")).isEqualTo(voteRule);
    }

    @ParameterizedTest
    @CsvSource({
        "TWO_THIRDS, 3, 2, true", "TWO_THIRDS, 3, 1, false", "TWO_THIRDS, 4, 3, true", "TWO_THIRDS, 4, 2, false", "TWO_THIRDS, 3, 3, true",
        "TWO_THIRDS, 3, 0, false", "TWO_THIRDS, 100, 67, true", "TWO_THIRDS, 100, 66, false",
        "MORE_THAN_HALF, 4, 3, true", "MORE_THAN_HALF, 4, 2, false", "MORE_THAN_HALF, 5, 3, true", "MORE_THAN_HALF, 5, 2, false",
        "TWO_THIRDS, 0, 0,", "TWO_THIRDS, 3, 4,", "MORE_THAN_HALF, 3, -1,", "UNANIMOUS, 3, 3,"})
    void votePassed_countsAgainstAllWhoMayVote(String rule, int eligible, int yes, Boolean passed) {
        assertThat(evaluate("votePassed", Map.of("voteRule", rule, "eligibleVoters", eligible, "yesVotes", yes)).get("passed")).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({
        "scheduleSurvey, 5, TASK_CREATED, 0", "conductSurvey, 3, SURVEY_DATE, 0", "verifyPostings, 30, TASK_CREATED, 0",
        "chooseMaterials, 5, TASK_CREATED, 0", "prepareMeeting, 5, TASK_CREATED, 0", "meetOwner, 3, MEETING_DATE, 0", "reviewPaused, 10, TASK_CREATED, 0",
        "reviewWaiting, 10, TASK_CREATED, 0", "handOver, 30, TASK_CREATED, 0",
        "formFoundingBoard, 20, TASK_CREATED, 0", "collectApplications, 20, TASK_CREATED, 0", "confirmApplications, 5, TASK_CREATED, 0",
        "holdCongress, 30, TASK_CREATED, 0", "submitUnionFile, 15, CONGRESS_DATE, 0", "recordUnionDecision, 15, TASK_CREATED, 0",
        "formYouthFoundingBoard, 20, TASK_CREATED, 0", "collectYouthApplications, 20, TASK_CREATED, 0", "holdYouthMeeting, 30, TASK_CREATED, 0",
        "submitYouthFile, 15, TASK_CREATED, 0", "recordYouthDecision, 15, TASK_CREATED, 0",
        "collectTransferWishes, 10, TASK_CREATED, 0", "transferPostings, 60, TASK_CREATED, 0", "prepareFoundingFile, 15, TASK_CREATED, 0",
        "appraiseFoundingFile, 10, TASK_CREATED, 0", "decideCellFounding, 30, TASK_CREATED, 0", "announceCell, 30, TASK_CREATED, 0",
        "recordConsent, 5, TASK_CREATED, 0", "openCandidateFile, 20, TASK_CREATED, 0", "reviewEligibility, 10, TASK_CREATED, 0",
        "collectIntroductions, 30, TASK_CREATED, 0", "collectResolution, 30, TASK_CREATED, 0", "collectOpinions, 30, TASK_CREATED, 0",
        "verifyPersonalHistory, 30, TASK_CREATED, 0", "verifyPersonalHistoryAbroad, 90, TASK_CREATED, 0", "confirmVote, 5, TASK_CREATED, 0",
        "renewDossier, 30, TASK_CREATED, 0", "decideAdmission, 60, VOTE_DATE, 30", "reviewProbation, 30, PROBATION_END, 0",
        "decideFullMembership, 30, VOTE_DATE, 30", "restoreCell, 30, TASK_CREATED, 0", "draftPlan, 15, TASK_CREATED, 0", "approvePlan, 10, TASK_CREATED, 0"})
    void dueDate_ofEveryStepThatHasALimit(String step, int days, String from, int extension) {
        assertThat(evaluate("dueDate", Map.of("step", step, "ruleVersion", "QD208_2026"))).containsEntry("workingDays", days)
                .containsEntry("from", from).containsEntry("extensionDays", extension).doesNotContainKey("months");
    }

    @ParameterizedTest
    @CsvSource({
        "QD29_2016, DECISION_RECEIVED", "QD24_2021, DECISION_RECEIVED", "QD232_2025, DECISION_RECEIVED", "QD294_2025, DECISION_RECEIVED",
        "QD20_2026, DECISION_RECEIVED", "QD208_2026, DECISION_ISSUED"})
    void dueDate_ofTheCeremonyDependsOnTheVersion(String version, String from) {
        assertThat(evaluate("dueDate", Map.of("step", "holdCeremony", "ruleVersion", version))).containsEntry("workingDays", 30).containsEntry("from", from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdCellVote", "sendOfficialLetter", "unheardOf"})
    void dueDate_someStepsHaveNone(String step) {
        assertThat(evaluate("dueDate", Map.of("step", step, "ruleVersion", "QD208_2026"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED_PAUSED, 0, 90", "REFUSED_PAUSED, 5, 90",
        "PERSUASION, 5, 14", "PERSUASION, 4, 14", "PERSUASION, 3, 30", "PERSUASION, 2, 30", "PERSUASION, 1, 60", "PERSUASION, 0, 30",
        "PLANNED, 0, 30", "SURVEYED, 5, 30", "UNION, 0, 45", "MOBILE_CELL, 3, 45", "CELL_FILE, 1, 45", "CELL_FOUNDED, 0, 90", "ADMISSION, 5, 90",
        "REGISTERED, 0,", "COMPLETED, 5,", "CLOSED, 0,", "NOT_FEASIBLE, 1,"})
    void contactInterval_followsStageAndReadiness(String stage, int readiness, Integer days) {
        Map<String, Object> result = evaluate("contactInterval", Map.of("stage", stage, "readiness", readiness));
        assertThat(result.get("days")).isEqualTo(days);
        assertThat(result.containsKey("reason")).isEqualTo(days != null);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyTable_isUniqueOrFirstAndEveryRuleNamesItsBasis(String id) throws IOException {
        try (InputStream file = file(id)) {
            DmnModelInstance model = Dmn.readModelFromStream(file);
            Decision decision = model.getModelElementById(id);
            DecisionTable table = (DecisionTable) decision.getExpression();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            assertThat(decision.getVersionTag()).isNotBlank();
            assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST);
            assertThat(table.getRules()).allSatisfy(rule -> assertThat(basis(rule)).as("legal basis of %s", rule.getId()).isNotBlank());
            assertThat(table.getInputs()).allSatisfy(input -> assertThat(input.getInputExpression().getTypeRef()).isIn(Set.of("string", "boolean", "integer")));
        }
    }

    static Stream<String> decisions() {
        return Stream.of("ruleVersion", "outreachPriority", "persuasionNextStep", "unionCongressReadiness", "youthUnionForm", "candidateEligibility",
                "partyOrganisationForm", "introducers", "decidingBody", "votePassed", "dueDate", "contactInterval");
    }

    private static String basis(Rule rule) {
        return rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
    }

    private static VariableMap candidate(String version, int age, String schooling, int certificate, boolean citizen, boolean owner, boolean readmission) {
        return Variables.putValue("ruleVersion", version).putValue("ageInMonths", age).putValue("schooling", schooling)
                .putValue("certificateAgeMonths", certificate).putValue("citizen", citizen).putValue("isOwner", owner).putValue("readmission", readmission);
    }

    private static Map<String, Object> evaluate(String id, Map<String, Object> inputs) {
        DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(TABLES.computeIfAbsent(id, DecisionTablesTest::parse), inputs);
        return result.isEmpty() ? Map.of() : result.getSingleResult().getEntryMap().entrySet().stream()
                .filter(entry -> entry.getValue() != null).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DmnDecision parse(String id) {
        return ENGINE.parseDecision(id, file(id));
    }

    private static InputStream file(String id) {
        return DecisionTablesTest.class.getResourceAsStream("/processes/" + id + ".dmn");
    }
}
