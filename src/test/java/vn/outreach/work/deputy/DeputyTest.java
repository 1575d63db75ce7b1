package vn.outreach.work.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.OutreachTest;

/** Somebody is away: what comes to the deputy, what the deputy may do with it, and what goes back. */
class DeputyTest extends OutreachTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 10, 7);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);

    @Autowired
    private AbsenceService absences;

    @Autowired
    private DeputyController controller;

    @Autowired
    private DeputyRun run;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void inAWeekWithoutDaysOff() {
        at(MONDAY);
    }

    /** Absences are of people whom all tests share. */
    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_by = 'test', ended_at = current_timestamp where ended_at is null").update();
        run.pass();
        identities.deleteMembership("officer2", "standingCommittee");
        identities.deleteMembership("officer1", "zoneUnion");
        identities.deleteMembership("officer1", "standingCommittee");
    }

    // --- a replacer -------------------------------------------------------------------------------------------------

    @Test
    @Tag("both-databases")
    void aReplacerGetsTheOpenTasksOnTheFirstDay_newOnesTooAndWhatIsNotDoneGoesBack() {
        String before = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, WEDNESDAY, FRIDAY);
        run.pass();
        assertThat(holder(before)).as("not before the first day").isEqualTo("officer1");

        at(WEDNESDAY);
        run.pass();
        assertThat(holder(before)).isEqualTo("officer2");
        String during = surveyOf("officer1");
        assertThat(holder(during)).as("a new task goes to the deputy at once").isEqualTo("officer2");
        assertThat(told(during)).contains("task-assigned:officer2").doesNotContain("task-assigned:officer1");
        String later = surveyOf("officer3");
        tasks.setAssignee(task(later, "scheduleSurvey").getId(), "officer1");
        run.pass();
        assertThat(holder(later)).as("what a head gives meanwhile goes on, too").isEqualTo("officer2");
        plan("officer2", before);

        at(FRIDAY);
        run.pass();
        assertThat(holder(during)).as("the last day is included").isEqualTo("officer2");
        at(LocalDate.of(2026, 10, 10));
        run.pass();
        assertThat(holder(during)).isEqualTo("officer1");
        assertThat(holder(later)).isEqualTo("officer1");
        assertThat(tasks.getIdentityLinksForTask(task(during, "scheduleSurvey").getId()))
                .noneMatch(link -> link.getType().equals("deputy"));
        assertThat(row(before, "scheduleSurvey")).containsEntry("RECORDED_BY", "officer2").containsEntry("ACTED_FOR", "officer1");
        plan("officer1", during);
        assertThat(row(during, "scheduleSurvey")).containsEntry("RECORDED_BY", "officer1").containsEntry("ACTED_FOR", null);
    }

    @Test
    void itStartsAtOnceWhereItStartsToday_andMayEndEarly() {
        String code = surveyOf("officer1");
        long id = away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        assertThat(holder(code)).isEqualTo("officer2");
        assertThat(jdbc.sql("select * from audit where action = 'ASSIGNED' and subject = ?")
                        .param(task(code, "scheduleSurvey").getId()).query().singleRow())
                .containsEntry("OLD_VALUE", "officer1").containsEntry("NEW_VALUE", "officer2");

        as("officer1", () -> controller.end(id));
        assertThat(holder(code)).isEqualTo("officer1");
        assertThat(refusal(() -> as("officer2", () -> plan(code))).code()).isEqualTo("wrong-person");
        assertThat(refusal(() -> as("officer1", () -> controller.end(id))).code()).isEqualTo("absence-over");
    }

    @Test
    void whatTheDeputyPassedOnStaysThere() {
        String code = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, MONDAY);
        as("officer2", () -> tasks.setAssignee(task(code, "scheduleSurvey").getId(), "officer3"));

        at(LocalDate.of(2026, 10, 6));
        run.pass();
        assertThat(holder(code)).isEqualTo("officer3");
    }

    @Test
    void theLedgerNamesTheAbsentPerson_andTheTimelineToo() {
        String code = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        plan("officer2", code);
        completeExternal(code, "sendOfficialLetter");

        assertThat(row(code, "scheduleSurvey")).containsEntry("RECORDED_BY", "officer2").containsEntry("ACTED_FOR", "officer1");
        assertThat(row(code, "sendOfficialLetter")).containsEntry("ACTED_FOR", null);
    }

    @Test
    void anotherResponsibleMemberGetsTheTask_alsoFromADeputy() {
        String code = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        assertThat(holder(code)).isEqualTo("officer2");

        as("organisation", () -> members.changed(code, "officer1", "officer3"));
        assertThat(holder(code)).isEqualTo("officer3");
        run.pass();
        assertThat(holder(code)).isEqualTo("officer3");
    }

    @Autowired
    private vn.outreach.register.enterprise.ResponsibleMembers members;

    // --- a receiver -------------------------------------------------------------------------------------------------

    @Test
    void aReceiverDoesTheTaskToo_whileItStaysWhoseItIs() {
        String code = surveyOf("officer1");
        String other = surveyOf("officer1");
        assertThat(refusal(() -> as("officer2", () -> plan(code))).code()).isEqualTo("wrong-person");
        away("officer1", "officer2", DeputyMode.RECEIVER, MONDAY, FRIDAY);

        assertThat(holder(code)).isEqualTo("officer1");
        for (String each : List.of(code, other)) {
            assertThat(as("officer2", () -> tasks.createTaskQuery().taskInvolvedUser("officer2")
                            .processInstanceBusinessKey(each).count()))
                    .isEqualTo(1);
        }
        String during = surveyOf("officer1");
        assertThat(told(during)).contains("task-assigned:officer1", "task-assigned:officer2");
        assertThat(refusal(() -> as("officer3", () -> plan(code))).code()).isEqualTo("wrong-person");

        plan("officer2", code);
        assertThat(row(code, "scheduleSurvey")).containsEntry("RECORDED_BY", "officer2").containsEntry("ACTED_FOR", "officer1");
        as("officer1", () -> plan(other));
        assertThat(row(other, "scheduleSurvey")).containsEntry("RECORDED_BY", "officer1").containsEntry("ACTED_FOR", null);
    }

    @Test
    void aReceiverWhoTookItOver_losesItAtTheEnd() {
        String code = surveyOf("officer1");
        String done = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.RECEIVER, MONDAY, MONDAY);
        for (String each : List.of(code, done)) {
            as("officer2", () -> tasks.setAssignee(task(each, "scheduleSurvey").getId(), "officer2"));
        }
        plan("officer2", done);
        assertThat(row(done, "scheduleSurvey")).containsEntry("ACTED_FOR", "officer1");

        at(LocalDate.of(2026, 10, 6));
        run.pass();
        assertThat(holder(code)).isEqualTo("officer1");
        assertThat(refusal(() -> as("officer2", () -> plan(code))).code()).isEqualTo("wrong-person");
    }

    @Test
    void theRightEndsWithTheDay_alsoBeforeTheTasksHaveGoneBack() {
        String code = surveyOf("officer1");
        away("officer1", "officer2", DeputyMode.RECEIVER, MONDAY, MONDAY);
        at(LocalDate.of(2026, 10, 6));
        assertThat(refusal(() -> as("officer2", () -> plan(code))).code()).isEqualTo("wrong-person");
    }

    /** A deputy of the same unit is none of another unit of the absent person. */
    @Test
    void aTaskThatTheDeputysUnitsDoNotDo_staysWhereItIs() {
        String code = enterprise("responsible_member", "officer1");
        startPhase("unionFounding", code);
        identities.createMembership("officer1", "zoneUnion");
        tasks.setAssignee(task(code, "formFoundingBoard").getId(), "officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        run.pass();
        assertThat(task(code, "formFoundingBoard").getAssignee()).isEqualTo("officer1");
    }

    /** The responsible member prepares the meeting in the place of the board whose step it is; so does a colleague. */
    @Test
    void aResponsibleMembersTaskInAnotherUnitsStep_goesToTheColleagueAndBack() {
        String code = enterprise("responsible_member", "officer1");
        startPhase("ownerPersuasion", code);
        complete("propaganda", code, "chooseMaterials", "materials", "LAW_DIGEST");
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer1");
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, MONDAY);
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer2");
        at(LocalDate.of(2026, 10, 6));
        run.pass();
        assertThat(task(code, "prepareMeeting").getAssignee()).isEqualTo("officer1");
        away("officer1", "officer3", DeputyMode.RECEIVER, LocalDate.of(2026, 10, 6), FRIDAY);
        complete("officer3", code, "prepareMeeting", "meetingDate", today().toString());
        assertThat(row(code, "prepareMeeting")).containsEntry("RECORDED_BY", "officer3").containsEntry("ACTED_FOR", "officer1");
    }

    // --- four eyes --------------------------------------------------------------------------------------------------

    @Test
    void aDeputyDecidesNothingThatTheAbsentPersonPrepared() {
        identities.createMembership("officer2", "standingCommittee");
        String code = fileOf("officer1");
        away("officer1", "officer2", DeputyMode.RECEIVER, MONDAY, FRIDAY);
        Refusal refusal = refusal(() -> as("officer2", () -> decide(code)));
        assertThat(refusal.code()).isEqualTo("four-eyes");
        assertThat(refusal.getMessage()).contains("đang thay “Nguyễn Thị Hạnh”").doesNotContain("officer1");
        assertThat(refusal(() -> as("officer2", () -> tasks.claim(task(code, "decideCellFounding").getId(), "officer2"))).code())
                .isEqualTo("four-eyes");

        as("committee", () -> decide(code));
        assertThat(ledger(code)).endsWith("partyCellFounding.decideCellFounding=FOUNDED");
    }

    @Test
    void aDeputyGetsNoDecisionOnTheDeputysOwnWork() {
        identities.createMembership("officer1", "standingCommittee");
        identities.createMembership("officer2", "standingCommittee");
        String code = fileOf("officer2");
        as("officer1", () -> tasks.claim(task(code, "decideCellFounding").getId(), "officer1"));
        away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        run.pass();
        assertThat(task(code, "decideCellFounding").getAssignee()).isEqualTo("officer1");
        assertThat(refusal(() -> as("officer2", () -> decide(code))).code()).isEqualTo("four-eyes");
    }

    @Test
    void whoWasAway_doesNotDecideOnWhatTheDeputyPreparedInTheirPlace() {
        identities.createMembership("officer1", "standingCommittee");
        String code = file("officer1");
        long id = away("officer1", "officer2", DeputyMode.REPLACER, MONDAY, FRIDAY);
        complete("officer2", code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        as("officer1", () -> controller.end(id));
        assertThat(row(code, "prepareFoundingFile")).containsEntry("ACTED_FOR", "officer1");
        assertThat(refusal(() -> as("officer1", () -> decide(code))).code()).isEqualTo("four-eyes");
    }

    // --- who may, and when ------------------------------------------------------------------------------------------

    @Test
    void thePersonTheHeadAndTheAdministratorNameADeputy_nobodyElse() {
        assertThat(refusal(() -> as("officer3", () -> create("officer2", "officer3", MONDAY, FRIDAY))).code()).isEqualTo("wrong-person");
        assertThat(refusal(() -> as("organisation", () -> create("officer2", "officer3", MONDAY, FRIDAY))).code())
                .as("a head of another unit").isEqualTo("wrong-person");
        long byHead = as("officer1", () -> create("officer2", "officer3", MONDAY, MONDAY));
        long byAdmin = as("admin", () -> create("committee", "committee2", MONDAY, FRIDAY));
        assertThat(byHead).isPositive();
        assertThat(byAdmin).isPositive();
        assertThat(seen("officer2")).contains(byHead);
        assertThat(seen("officer3")).contains(byHead).doesNotContain(byAdmin);
        assertThat(seen("officer1")).contains(byHead).doesNotContain(byAdmin);
        assertThat(seen("admin")).contains(byHead, byAdmin);
        assertThat(seen("massmob")).doesNotContain(byHead, byAdmin);
        assertThat(refusal(() -> as("massmob", () -> controller.end(byHead))).code()).isEqualTo("absence-unknown");
        assertThat(refusal(() -> as("officer3", () -> controller.end(byHead))).code()).as("the deputy sees it").isEqualTo("wrong-person");
        as("officer2", () -> controller.end(byHead));
        assertThat(notices("absence:" + byHead + ":named")).containsExactlyInAnyOrder("officer2", "officer3");
        assertThat(notices("absence:" + byHead + ":ended")).containsExactlyInAnyOrder("officer2", "officer3");
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThat(code(() -> create("officer2", "officer2", MONDAY, FRIDAY))).isEqualTo("field-choice");
        assertThat(code(() -> create("officer2", "propaganda", MONDAY, FRIDAY))).as("no unit in common").isEqualTo("field-choice");
        assertThat(code(() -> create("officer2", "nobody", MONDAY, FRIDAY))).isEqualTo("field-choice");
        assertThat(code(() -> create("officer2", "officer3", MONDAY.minusDays(1), FRIDAY))).isEqualTo("field-range");
        assertThat(code(() -> create("officer2", "officer3", FRIDAY, MONDAY))).isEqualTo("field-range");
        assertThat(code(() -> create("officer2", "officer3", MONDAY, MONDAY.plusYears(2)))).isEqualTo("field-range");
    }

    @Test
    void nobodyIsAwayTwice_andNoDeputyIsAway() {
        as("officer2", () -> create("officer2", "officer3", MONDAY, WEDNESDAY));
        assertThat(code(() -> create("officer2", "officer1", WEDNESDAY, FRIDAY))).isEqualTo("absence-overlaps");
        Refusal away = refusal(() -> as("officer1", () -> create("officer1", "officer2", WEDNESDAY, FRIDAY)));
        assertThat(away.code()).isEqualTo("deputy-away");
        assertThat(away.getMessage()).contains("05/10/2026", "07/10/2026");
        Refusal deputy = refusal(() -> as("officer3", () -> create("officer3", "officer1", WEDNESDAY, FRIDAY)));
        assertThat(deputy.code()).isEqualTo("deputy-of-another");
        as("officer2", () -> create("officer2", "officer1", WEDNESDAY.plusDays(1), FRIDAY));
    }

    @Test
    void theSameAbsenceSentTwice_isOne_andTellsOnce() {
        long first = as("officer2", () -> create("officer2", "officer3", MONDAY, WEDNESDAY));
        assertThat(as("officer2", () -> create("officer2", "officer3", MONDAY, WEDNESDAY))).isEqualTo(first);
        assertThat(notices("absence:" + first + ":named")).containsExactlyInAnyOrder("officer2", "officer3");
        assertThat(code(() -> create("officer2", "officer3", MONDAY, FRIDAY))).isEqualTo("absence-overlaps");
        as("officer2", () -> controller.end(first));
        assertThat(as("officer2", () -> create("officer2", "officer3", MONDAY, WEDNESDAY))).as("what has ended").isGreaterThan(first);
    }

    @Test
    @Tag("both-databases")
    void ofTwoThatOverlapAndAreSentAtOnce_oneIsWritten() {
        List<CompletableFuture<String>> both = Stream.of("officer1", "officer3")
                .map(deputy -> CompletableFuture.supplyAsync(() -> outcome("officer2", deputy)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("written", "absence-overlaps");
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    private String surveyOf(String officer) {
        String code = enterprise("responsible_member", officer);
        startPhase("survey", code);
        return code;
    }

    private String holder(String code) {
        return task(code, "scheduleSurvey").getAssignee();
    }

    private void plan(String code) {
        tasks.complete(task(code, "scheduleSurvey").getId(),
                Map.of("surveyDate", today().toString(), "surveyMethod", "VISIT"));
    }

    private void plan(String user, String code) {
        complete(user, code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
    }

    /** A file of a Party cell that its author is to prepare. */
    private String file(String author) {
        String code = enterprise("workers", 600, "full_members", 40, "responsible_member", author);
        startPhase("partyCellFounding", code, "willingFullMembers", 5);
        complete("organisation", code, "collectTransferWishes", "willingFullMembers", 5);
        complete("organisation", code, "transferPostings", "transferredMembers", 5);
        return code;
    }

    /** The same, prepared and appraised: the decision waits. */
    private String fileOf(String author) {
        String code = file(author);
        complete(author, code, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", code, "appraiseFoundingFile", "appraisal", "PASS");
        return code;
    }

    private void decide(String code) {
        tasks.complete(task(code, "decideCellFounding").getId(),
                vars("cellDecision", "FOUNDED", "decisionNumber", "1-QĐ/ĐU", "decisionDate", today().toString()));
    }

    private long away(String person, String deputy, DeputyMode mode, LocalDate from, LocalDate to) {
        return as(person, () -> controller.create(Map.of("deputy", deputy, "mode", mode.name(), "from", from.toString(),
                "to", to.toString(), "reason", "Nghỉ phép"))).id();
    }

    private long create(String person, String deputy, LocalDate from, LocalDate to) {
        return controller.create(Map.of("person", person, "deputy", deputy, "mode", "RECEIVER", "from", from.toString(),
                "to", to.toString(), "reason", "Đi công tác")).id();
    }

    /** By the service alone, without the engine's login, which belongs to one thread. */
    private String outcome(String person, String deputy) {
        Absence wanted = new Absence(0, person, deputy, DeputyMode.RECEIVER, MONDAY, FRIDAY, "x", person, null, null, null);
        Supplier<String> write = () -> {
            absences.create(wanted, SystemsFixture.person(person, "outreachOfficers"));
            return "written";
        };
        try {
            return transaction.execute(status -> write.get());
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private List<Long> seen(String reader) {
        return as(reader, () -> controller.list().stream().map(DeputyController.ShownAbsence::id).toList());
    }

    private List<String> notices(String event) {
        return jdbc.sql("select recipient from notification where event_key = ?").param(event).query(String.class).list();
    }

    private String code(Runnable act) {
        return refusal(() -> as("officer2", act)).code();
    }

    private static Refusal refusal(ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        assertThat(Refusal.in(failure)).as("a refusal (was: %s)", failure).isNotNull();
        return Refusal.in(failure);
    }
}
