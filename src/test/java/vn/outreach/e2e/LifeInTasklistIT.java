package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/**
 * One enterprise from its registration to a full member, every task in the browser by the user whose step it is. Only
 * the engine's clock is set, and only for the probation; a system sends the letters and people keep the candidate's row.
 */
@BrowserTest
@Tag("everything")
class LifeInTasklistIT extends OutreachTest {

    private static final String YES = "true";

    private final Map<String, TasklistPage> desks = new HashMap<>();
    private CaseByRest life;
    private String code;
    private long newest;

    @BeforeEach
    void enterpriseOfToday() {
        // The forms know only the browser's today.
        ClockUtil.reset();
        code = newTaxCode();
        life = CaseByRest.register("http://localhost:" + port, code, Map.of());
    }

    @Test
    void fromTheRegistrationToAFullMember() {
        untilTheOwnerAgreed();
        unionFounded();
        youthUnionFounded();
        cellFounded();
        String ref = introduced();
        admitted(ref);
        does("officer1", code, "handOver", "YES", "handOver", YES, "handedOverOn", today());
        assertThat(life.stage()).isEqualTo("COMPLETED");
        fullMember(ref);
    }

    private void untilTheOwnerAgreed() {
        desk("officer1").start("enterpriseOutreach", Map.of("enterpriseCode", code));
        assertThat(life.stage()).isEqualTo("PLANNED");
        surveyed();
        refusedAtFirst();
        agreed();
    }

    // --- survey and owner --------------------------------------------------------------------------------------------

    private void surveyed() {
        does("officer1", code, "scheduleSurvey", "DONE", "surveyDate", today(), "surveyMethod", "VISIT");
        life.works(code, "sendOfficialLetter", "letterNumber", "12-CV/ĐU");
        TasklistPage sheet = desk("officer1").openStep(code, "conductSurvey");
        sheet.form().fill(wholeSheet());
        Chromium.picture(sheet.page(), "life-1-survey");
        sheet.complete();
        assertWritten("officer1", "conductSurvey", "COMPLETED");
        assertThat(row(code, "conductSurvey").get("details").toString()).contains("leavers", "Trung tâm", "trực thuộc");
        does("organisation", code, "verifyPostings", "DONE", "fullMembersVerified", 3, "willingFullMembers", 3);
        assertThat(life.stage()).isEqualTo("SURVEYED");
    }

    private void refusedAtFirst() {
        TasklistPage choice = desk("propaganda").openStep(code, "chooseMaterials").claim();
        choice.form();
        choice.page().locator(".form-pane input[type=checkbox]").first().check();
        choice.complete();
        assertWritten("propaganda", "chooseMaterials", "DONE");
        does("officer1", code, "prepareMeeting", "DONE", "meetingDate", today(), "meetingPlace", "Phòng họp nhà máy");
        does("officer1", code, "meetOwner", "REFUSED", "persuasionOutcome", "REFUSED", "metOn", today(),
                "obstacles", List.of("OWNER_NOT_INTERESTED"), "note", "Chủ “bận”, hẹn <b>khi khác</b>");
        assertThat(life.stage()).isEqualTo("REFUSED_PAUSED");
        assertThat(openSteps(code)).isEmpty();

        desk("officer1").start("caseEvent", ordered("eventType", "ownerContacted", "enterpriseCode", code, "occurredOn", today()));
        assertThat(openSteps(code)).contains("prepareMeeting");
    }

    private void agreed() {
        if (openSteps(code).contains("chooseMaterials")) {
            TasklistPage choice = desk("propaganda").openStep(code, "chooseMaterials").claim();
            choice.form();
            choice.page().locator(".form-pane input[type=checkbox]").last().check();
            choice.complete();
        }
        does("officer1", code, "prepareMeeting", "DONE", "meetingDate", today());
        does("officer1", code, "meetOwner", "AGREED_WITH_CONDITIONS", "persuasionOutcome", "AGREED_WITH_CONDITIONS",
                "metOn", today(), "conditions", "Sinh hoạt ngoài giờ làm việc");
        assertThat(row(code, "meetOwner")).containsEntry("round", 2);
        assertThat(life.stage()).isEqualTo("UNION");
    }

    // --- unions and cell -----------------------------------------------------------------------------------------------

    private void unionFounded() {
        does("zoneunion", code, "formFoundingBoard", "YES", "foundingBoardFormed", YES, "foundingBoardSize", 5);
        does("zoneunion", code, "collectApplications", "DONE", "signedApplications", 120, "legalPerson", YES);
        does("zoneunion2", code, "confirmApplications", "YES", "confirmed", YES);
        does("zoneunion", code, "holdCongress", "YES", "congressDate", today(), "congressForm", "FULL", "congressValid", YES,
                "committeeSize", 5);
        does("zoneunion2", code, "submitUnionFile", "DONE", "firstMeetingOn", today(), "submittedOn", today());
        does("zoneunion", code, "recordUnionDecision", "RECOGNISED", "unionDecision", "RECOGNISED",
                "decisionNumber", "7/QĐ-CĐ", "decisionDate", today());
        assertThat(life.stage()).isEqualTo("CELL_FILE");
    }

    private void youthUnionFounded() {
        does("youth", code, "formYouthFoundingBoard", "YES", "youthBoardFormed", YES, "youthBoardSize", 3);
        does("youth", code, "collectYouthApplications", "DONE", "signedApplications", 20, "youthBranches", 1);
        does("youth", code, "holdYouthMeeting", "YES", "meetingDate", today(), "meetingValid", YES, "committeeSize", 3);
        does("youth", code, "submitYouthFile", "DONE", "submittedOn", today());
        does("youth", code, "recordYouthDecision", "RECOGNISED", "youthUnionDecision", "RECOGNISED",
                "decisionNumber", "4/QĐ-ĐTN", "decisionDate", today());
    }

    private void cellFounded() {
        does("organisation", code, "collectTransferWishes", "DONE", "willingFullMembers", 3);
        does("organisation", code, "transferPostings", "DONE", "transferredMembers", 3);
        does("officer1", code, "prepareFoundingFile", "YES", "fileComplete", YES);
        does("organisation", code, "appraiseFoundingFile", "PASS", "appraisal", "PASS");
        does("committee", code, "decideCellFounding", "FOUNDED", "cellDecision", "FOUNDED",
                "decisionNumber", "3-QĐ/ĐU", "decisionDate", today());
        does("officer1", code, "announceCell", "DONE", "announcedOn", today());
        assertThat(life.stage()).isEqualTo("CELL_FOUNDED");
    }

    // --- admission -----------------------------------------------------------------------------------------------------

    private String introduced() {
        String ref = life.candidate();
        life.knows("organisation", ref, "name", "Lê Thị Kín Đáo", "contact", "tổ đúc");
        desk("officer1").start("caseEvent", ordered("eventType", "candidateIntroduced", "enterpriseCode", code,
                "candidateRef", ref, "occurredOn", today()));
        assertThat(life.stage()).isEqualTo("ADMISSION");
        does("organisation", ref, "recordConsent", "YES", "consentGiven", YES, "consentChannel", "PAPER");
        life.knows("mobilecell", ref, "birthMonth", YearMonth.from(today()).minusYears(28).toString(), "schooling", "HIGHER",
                "certificateDate", today().minusMonths(2).toString(), "citizen", true, "isOwner", false,
                "readmission", false, "inYouthUnion", true, "inUnion", true);
        return ref;
    }

    private void admitted(String ref) {
        does("mobilecell", ref, "openCandidateFile", "YES", "fileComplete", YES, "abroad", "false");
        does("mobilecell", ref, "collectIntroductions", "YOUTH_UNION_AND_ONE",
                "introducerPair", "YOUTH_UNION_AND_ONE", "introducerMonths", 24);
        does("youth", ref, "collectResolution", "INTRODUCED", "resolutionOutcome", "INTRODUCED");
        does("mobilecell", ref, "collectOpinions", "YES", "opinionsComplete", YES);
        does("organisation", ref, "verifyPersonalHistory", "MET", "verificationOutcome", "MET", "verifiedOn", today());
        does("mobilecell", ref, "holdCellVote", "PASSED", "eligibleVoters", 3, "yesVotes", 3, "voteDate", today());
        does("mobilecell2", ref, "confirmVote", "YES", "confirmed", YES);
        does("committee", ref, "decideAdmission", "ADMITTED", "admissionDecision", "ADMITTED", "bodyMembers", 5, "bodyYes", 4,
                "decisionNumber", "12-QĐ/ĐU", "decisionDate", today(), "decisionReceivedOn", today());
        does("mobilecell", ref, "holdCeremony", "ADMITTED_PROBATIONARY", "ceremonyDate", today());
        assertThat(openSteps(ref)).isEmpty();
    }

    private void fullMember(String ref) {
        fireTimer(ref, "event_probationEnded");
        at(today().plusDays(3));
        // Three days later nobody's session is left: a session ends after twelve hours.
        desks.clear();
        does("mobilecell", ref, "reviewProbation", "PASSED", "eligibleVoters", 3, "yesVotes", 3, "voteDate", today());
        does("committee2", ref, "decideFullMembership", "RECOGNISED", "fullMembershipDecision", "RECOGNISED",
                "decisionNumber", "13-QĐ/ĐU", "decisionDate", today(), "decisionReceivedOn", today());
        assertThat(life.ledger()).endsWith("memberAdmission.end=FULL_MEMBER PERSON by committee2");
        assertThat(life.enterprise().get("fullMembers").asInt()).isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from running_case where enterprise_code = ?").param(code).query(Integer.class).single())
                .isZero();
    }

    // --- at the desk ---------------------------------------------------------------------------------------------------

    /** Everybody has a window of their own and stays logged in. */
    private TasklistPage desk(String user) {
        return desks.computeIfAbsent(user, name -> new TasklistPage(Workplace.chromium().window(), "http://localhost:" + port).login(name));
    }

    /** Opens the task, takes it where nobody has it, fills its form and completes it. */
    private void does(String user, String key, String step, String result, Object... fields) {
        TasklistPage desk = desk(user).openStep(key, step).claim();
        desk.form().fill(ordered(fields));
        Chromium.picture(desk.page(), "life-" + step);
        desk.complete();
        assertWritten(user, step, result);
    }

    /** The completed step has a new row of the ledger, by this person. */
    private void assertWritten(String user, String step, String result) {
        Map<String, Object> row = row(code, step);
        long id = ((Number) row.get("id")).longValue();
        assertThat(id).as("a new row for %s", step).isGreaterThan(newest);
        newest = id;
        assertThat(row).as(step)
                .containsEntry("result", result)
                .containsEntry("recorded_by", user)
                .containsEntry("source", "PERSON");
        assertThat(row.get("occurred_on")).hasToString(today().toString());
    }

    /** What is filled in, in the order in which the form asks for it. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    /** All groups of the survey's sheet; whether there is a union stays open, since none is there. */
    private Map<String, Object> wholeSheet() {
        LocalDate today = today();
        Map<String, Object> sheet = ordered("surveyResult", "COMPLETED", "legalForm", "Công ty TNHH", "ownership", "MIXED",
                "parentCompany", "Tổng công ty Thử", "parentPartyBody", "Đảng bộ trực thuộc", "zone", "Phú Mỹ I",
                "sector", "thép", "address", "Lô B, đường Số 2", "foundingYear", 2009, "legalRepresentative", "Ông Chủ",
                "representativeNationality", "Hàn Quốc", "contactPerson", "Bà Nhân Sự", "contactPost", "Trưởng phòng",
                "contactPhone", "0254 000 000", "ownerLanguage", "ko", "ownerConsentGiven", YES, "ownerIsPartyMember", "false",
                "productionStatus", "STABLE", "shifts", 3, "products", "Thép cán", "foreseenChanges", "Không");
        sheet.putAll(ordered("workerCount", 620, "femaleWorkers", 120, "youngWorkers", 300, "localWorkers", 250,
                "migrantWorkers", 370, "foreignWorkers", 4, "longContractWorkers", 500, "lowerSecondaryShare", 40,
                "averageAge", 31, "leavers", 60, "unionMembers", 0, "superiorUnion", "Công đoàn các khu", "youthUnionMembers", 40,
                "youthBranches", 1, "womenUnionMembers", 0, "veterans", 7, "massMeetingPlace", "Trung tâm sinh hoạt",
                "fullMembers", 3, "probationaryMembers", 0, "settledMembers", 3, "membersWillingToMove", 3, "postedAtResidence", 2,
                "postedInOtherCell", 1, "postedInMobileCell", 0, "postingUnknown", 0, "outstandingCandidates", 4,
                "certificateHolders", 2, "applicants", 1));
        sheet.putAll(ordered("ownerAttitude", "HESITANT", "accessibility", "HARD", "obstacles", List.of("NO_SPACE_OR_TIME", "LABOUR_TURNOVER"),
                "conductedOn", today, "surveyMethod", "VISIT", "surveyRound", "Đợt 1", "surveyors", "Tổ khảo sát 2",
                "attachments", "Biên bản", "agreedNextStep", "Gặp chủ", "note", "Đủ “mọi mục” <i>đã hỏi</i> 🏭"));
        return sheet;
    }
}
