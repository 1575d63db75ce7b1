package vn.outreach.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.e2e.Rest;
import vn.outreach.engine.task.OlderLimits;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.OutreachTest;

/** A day off that is entered, changed or removed moves what D10 counted in working days, and nothing else. */
@Tag("both-databases")
class CalendarMovesTest extends OutreachTest {

    /** A Monday of a year without days off, so that no other test's tasks move. */
    private static final LocalDate MONDAY = LocalDate.of(2034, 3, 6);
    private static final LocalDate STORM = MONDAY.plusDays(2);

    @Autowired
    private CalendarMoves moves;

    @Autowired
    private TaskExtensions extensions;

    @Autowired
    private OlderLimits older;

    @Autowired
    private Candidates candidates;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void onThatDay() {
        at(MONDAY);
    }

    @AfterEach
    void noDayOffIsLeft() {
        rest("office").put("/api/v1/holidays?year=2034", List.of()).ok();
        moves.pass();
        jdbc.sql("update calendar_change set done_at = changed_at where done_at is null").update();
    }

    @Test
    void aNewDayOffMovesWhatWasCounted_andItsRemovalMovesItBack() {
        int others = preview(STORM);
        String code = survey();
        LocalDate before = due(code, "scheduleSurvey");
        assertThat(preview(STORM)).isEqualTo(others + 1);

        put(STORM);
        moves.pass();

        assertThat(due(code, "scheduleSurvey")).isAfter(before).isEqualTo(nextWeekday(before));
        assertThat(row(code, "dueDate")).containsEntry("RESULT", "MOVED").containsEntry("SOURCE", "JOB").containsEntry("RECORDED_BY", "system");
        assertThat(row(code, "dueDate").get("DETAILS").toString()).contains("Lịch ngày nghỉ thay đổi", nextWeekday(before).toString());
        assertThat(told(code)).containsOnlyOnce("task-moved:officer1");
        assertThat(jdbc.sql("select cast(due_at as date) from task_line where task_id = ?").param(task(code, "scheduleSurvey").getId())
                .query(LocalDate.class).list()).containsOnly(nextWeekday(before));
        assertThat(preview(STORM)).as("what has moved does not move again").isZero();

        assertThat(rest("office").send("DELETE", "/api/v1/holidays/" + STORM, null).status()).isEqualTo(200);
        moves.pass();

        assertThat(due(code, "scheduleSurvey")).isEqualTo(before);
        assertThat(ledger(code)).filteredOn(step -> step.endsWith("dueDate=MOVED")).hasSize(2);
    }

    @Test
    void noTaskMovesTwice_andATaskThatWasCountedByTheFormerDaysMovesInTheSecondRound() {
        String code = survey();
        LocalDate before = due(code, "scheduleSurvey");
        put(STORM);
        moves.pass();
        moves.pass();
        assertThat(moved(code)).isEqualTo(1);

        // Another node counted it by the days that it had read before.
        String late = survey();
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?").params(before.atTime(17, 0), task(late, "scheduleSurvey").getId()).update();
        moves.pass();
        assertThat(due(late, "scheduleSurvey")).as("not yet").isEqualTo(before);
        forward(Duration.ofSeconds(121));
        moves.pass();

        assertThat(due(late, "scheduleSurvey")).isEqualTo(nextWeekday(before));
        assertThat(moved(code)).isEqualTo(1);
        assertThat(jdbc.sql("select done_at from calendar_change where id = (select max(id) from calendar_change)").query().singleRow())
                .doesNotContainEntry("DONE_AT", null);
    }

    @Test
    void twoNodesAtOnceMoveATaskOnce() {
        List<String> codes = Stream.generate(this::survey).limit(5).toList();
        LocalDate before = due(codes.get(0), "scheduleSurvey");
        put(STORM);

        CompletableFuture.allOf(CompletableFuture.runAsync(moves::pass), CompletableFuture.runAsync(moves::pass)).join();
        moves.pass();

        assertThat(codes).allSatisfy(code -> {
            assertThat(due(code, "scheduleSurvey")).isEqualTo(nextWeekday(before));
            assertThat(moved(code)).isEqualTo(1);
        });
    }

    @Test
    void theLimitOfASuspendedCaseMovesToo() {
        String code = survey();
        LocalDate before = due(code, "scheduleSurvey");
        runtime.suspendProcessInstanceById(task(code, "scheduleSurvey").getProcessInstanceId());
        put(STORM);
        moves.pass();
        assertThat(due(code, "scheduleSurvey")).isEqualTo(nextWeekday(before));
    }

    @Test
    void aTaskThatCannotMoveHoldsUpNoOther_andIsTriedAgain() {
        String stuck = survey();
        List<String> others = Stream.generate(this::survey).limit(3).toList();
        LocalDate before = due(stuck, "scheduleSurvey");
        put(STORM);
        long change = jdbc.sql("select max(id) from calendar_change").query(Long.class).single();
        // Its rows in the ledger are there already, so that they cannot be written.
        for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(3))) {
            jdbc.sql("insert into outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, round, source, activity_instance_id)"
                            + " values (?, 'survey', 'dueDate', 'DONE', ?, 'test', current_timestamp, 1, 'JOB', ?)")
                    .params(stuck, MONDAY, "calendar:%d:%s:%d".formatted(change, task(stuck, "scheduleSurvey").getId(),
                            ClockUtil.getCurrentTime().getTime() + later.toMillis())).update();
        }

        moves.pass();
        forward(Duration.ofMinutes(3));
        assertThatThrownBy(moves::pass).isInstanceOf(IllegalStateException.class).hasMessageContaining("could not be moved");

        assertThat(others).allSatisfy(code -> assertThat(due(code, "scheduleSurvey")).isEqualTo(nextWeekday(before)));
        assertThat(due(stuck, "scheduleSurvey")).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from calendar_change where id = ? and done_at is null").param(change).query(Integer.class).single()).isOne();
        forward(Duration.ofHours(1));
        moves.pass();
        assertThat(due(stuck, "scheduleSurvey")).isEqualTo(nextWeekday(before));
        assertThat(others).allSatisfy(code -> assertThat(moved(code)).isEqualTo(1));
    }

    private static void forward(Duration time) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
    }

    @Test
    void aPassThatWasStoppedGoesOnAfterTheLastBatch() {
        String code = survey();
        LocalDate before = due(code, "scheduleSurvey");
        put(STORM);
        // So far a node was that died: the task is behind it, and that of another before it.
        String id = task(code, "scheduleSurvey").getId();
        jdbc.sql("update calendar_change set after_task = ? where done_at is null").param(id).update();
        moves.pass();
        assertThat(due(code, "scheduleSurvey")).as("done already, as it was noted").isEqualTo(before);

        jdbc.sql("update calendar_change set after_task = ?, first_round = true, next_at = changed_at where done_at is null")
                .param(id.substring(0, id.length() - 1)).update();
        moves.pass();
        assertThat(due(code, "scheduleSurvey")).isEqualTo(nextWeekday(before));
    }

    @Test
    void whatAHeadSetStays_soDoesWhatIsDone() {
        String byHand = survey();
        Task task = task(byHand, "scheduleSurvey");
        LocalDate chosen = MONDAY.plusDays(9);
        assertThat(rest("officer1").post("/api/v1/tasks:bulk", Map.of("action", "DUE_DATE", "taskIds", List.of(task.getId()),
                "dueDate", chosen.toString(), "comment", "Doanh nghiệp đang kiểm kê")).json().get("done").asInt()).isOne();
        String done = survey();
        complete("officer1", done, "scheduleSurvey", "surveyDate", MONDAY.plusDays(3).toString(), "surveyMethod", "VISIT");
        Object finished = history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(done)
                .taskDefinitionKey("userTask_scheduleSurvey").singleResult().getDueDate();

        put(STORM);
        moves.pass();

        assertThat(due(byHand, "scheduleSurvey")).isEqualTo(chosen);
        assertThat(moved(byHand)).isEqualTo(1);
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(done)
                .taskDefinitionKey("userTask_scheduleSurvey").singleResult().getDueDate()).isEqualTo(finished);
        assertThat(jdbc.sql("select count(*) from task_limit l where not exists (select 1 from ACT_RU_TASK t where t.ID_ = l.task_id)")
                .query(Integer.class).single()).as("limits of tasks that are over").isZero();
    }

    @Test
    void anExtensionIsCountedAnewFromItsOwnRecord() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 3, 2));
        Task decision = atDecision(code);
        as("committee2", () -> tasks.claim(decision.getId(), "committee2"));
        as("committee", () -> extensions.extend(decision.getId(), "Chờ bổ sung hồ sơ", SystemsFixture.person("committee", "standingCommittee")));
        LocalDate extended = dayOf(tasks.createTaskQuery().taskId(decision.getId()).singleResult());

        put(STORM);
        moves.pass();

        assertThat(dayOf(tasks.createTaskQuery().taskId(decision.getId()).singleResult())).isEqualTo(nextWeekday(extended));
        String ref = jdbc.sql("select ref from candidate where enterprise_code = ?").param(code).query(String.class).single();
        assertThat(told(code)).contains("task-moved:committee2");
        assertThat(jdbc.sql("select data || subject || coalesce(inner_subject, '') from notification where tax_code = ? and template = 'task-moved'")
                .param(code).query(String.class).list()).allSatisfy(text -> assertThat(text).doesNotContain(ref));
        assertThat(jdbc.sql("select working_days, more_days from task_limit where task_id = ?").param(decision.getId()).query().singleRow())
                .containsEntry("WORKING_DAYS", 60).containsEntry("MORE_DAYS", 30);
    }

    /** Tasks from before the table: those on the day that the rules give are counted, the others stay. */
    @Test
    void limitsOfOlderTasksAreNotedAtTheStart() {
        String counted = survey();
        String other = survey();
        String countedId = task(counted, "scheduleSurvey").getId();
        String otherId = task(other, "scheduleSurvey").getId();
        Map<String, Object> before = limit(countedId);
        jdbc.sql("delete from task_limit where task_id in (?, ?)").params(countedId, otherId).update();
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?").params(MONDAY.plusDays(1).atTime(17, 0), otherId).update();

        older.note();

        assertThat(limit(countedId)).isEqualTo(before);
        assertThat(limit(otherId)).containsEntry("WORKING_DAYS", null);
    }

    @Test
    void theExtensionOfAnOlderTaskIsNotedToo() {
        Task decision = atDecision(enterprise("owner_agreed_on", LocalDate.of(2026, 3, 2)));
        as("committee", () -> extensions.extend(decision.getId(), "Chờ bổ sung hồ sơ", SystemsFixture.person("committee", "standingCommittee")));
        Map<String, Object> before = limit(decision.getId());
        jdbc.sql("delete from task_limit where task_id = ?").param(decision.getId()).update();

        older.note();

        assertThat(limit(decision.getId())).isEqualTo(before);
    }

    private Map<String, Object> limit(String taskId) {
        return jdbc.sql("select counted_from, working_days, more_days from task_limit where task_id = ?").param(taskId).query().singleRow();
    }

    private String survey() {
        String code = enterprise();
        startPhase("survey", code);
        return code;
    }

    private Task atDecision(String code) {
        String ref = transaction.execute(status -> candidates.allocate(code));
        var admission = start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        runtime.setVariables(admission.getId(), vars("decidingBody", "SUPERIOR_STANDING_COMMITTEE", "voteDate", today().toString()));
        runtime.createProcessInstanceModification(admission.getId())
                .cancelAllForActivity("userTask_recordConsent")
                .startBeforeActivity("userTask_decideAdmission")
                .execute();
        return task(ref, "decideAdmission");
    }

    private LocalDate due(String code, String step) {
        return dayOf(task(code, step));
    }

    private static LocalDate dayOf(Task task) {
        return Instant.ofEpochMilli(task.getDueDate().getTime()).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }

    private static LocalDate nextWeekday(LocalDate day) {
        return day.plusDays(day.getDayOfWeek() == java.time.DayOfWeek.FRIDAY ? 3 : 1);
    }

    private long moved(String code) {
        return ledger(code).stream().filter(step -> step.endsWith("dueDate=MOVED")).count();
    }

    private int preview(LocalDate day) {
        return rest("office").post("/api/v1/holidays:preview", Map.of("items", rows(day))).json().get("moving").asInt();
    }

    private void put(LocalDate day) {
        assertThat(rest("office").put("/api/v1/holidays", rows(day)).status()).isEqualTo(200);
    }

    private static List<Map<String, Object>> rows(LocalDate day) {
        return List.of(Map.of("day", day.toString(), "name", "Nghỉ tránh bão", "source", "Công điện"));
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }
}
