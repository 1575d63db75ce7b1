package vn.outreach.work.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.OutreachTest;

/** The lines of open tasks, compared with the engine's tasks after each thing that may happen to a task. */
@Tag("both-databases")
class TaskLinesTest extends OutreachTest {

    @Autowired
    private TaskLines lines;

    @Autowired
    private TaskLineCheck check;

    @Autowired
    private TransactionTemplate transaction;

    /** Other tests change the engine's tables past the engine. */
    @BeforeEach
    void linesOfOtherTests() {
        lines.repair();
        assertThat(lines.different()).isEmpty();
    }

    @Test
    void aWholeLifeIsFollowed_creationClaimDueDatePriorityCompletionAndCancellation() {
        String code = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        follows(code, "scheduleSurvey");

        Task schedule = task(code, "scheduleSurvey");
        tasks.setAssignee(schedule.getId(), null);
        follows(code, "scheduleSurvey");
        as("officer2", () -> tasks.claim(schedule.getId(), "officer2"));
        follows(code, "scheduleSurvey");
        LocalDate later = today().plusDays(9);
        tasks.setDueDate(schedule.getId(), Timestamp.valueOf(later.atTime(LocalTime.of(17, 0))));
        tasks.setPriority(schedule.getId(), 77);
        tasks.addCandidateGroup(schedule.getId(), "zoneUnion");
        follows(code, "scheduleSurvey");
        assertThat(jdbc.sql("select unit || ' ' || unit_number || ' ' || holder || ' ' || priority || ' ' || tax_code from task_line"
                + " where task_id = ? order by unit").param(schedule.getId()).query(String.class).list())
                .containsExactly("outreachOfficers 1 officer2 77 " + code, "zoneUnion 2 officer2 77 " + code);
        tasks.deleteCandidateGroup(schedule.getId(), "zoneUnion");
        follows(code, "scheduleSurvey");

        complete("officer2", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");
        follows(code, "conductSurvey");
        message("outreach.enterpriseClosed", code, "reason", "Giải thể");
        follows(code);
        assertThat(openSteps(code)).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesTheLinesAsTheyWere() {
        String code = enterprise();
        startPhase("survey", code);
        Set<String> before = lines(code);

        transaction.executeWithoutResult(status -> {
            tasks.setAssignee(task(code, "scheduleSurvey").getId(), "officer3");
            status.setRollbackOnly();
        });
        follows(code, "scheduleSurvey");
        assertThat(lines(code)).isEqualTo(before).hasSize(1);
    }

    @Test
    void severalChangesOfOneTransactionAreWrittenOnce_whenTheEngineHasWrittenItsOwn() {
        String first = enterprise();
        String second = enterprise();
        transaction.executeWithoutResult(status -> {
            startPhase("survey", first);
            startPhase("survey", second);
            tasks.setAssignee(task(first, "scheduleSurvey").getId(), "officer3");
            complete("officer1", second, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "PHONE");
        });
        follows(first, "scheduleSurvey");
        follows(second);
    }

    @Test
    void whatIsMissingStaleOrOtherIsRepairedByTheDailyPass_whichTellsIt() {
        String missing = enterprise();
        String other = enterprise();
        startPhase("survey", missing);
        startPhase("survey", other);
        jdbc.sql("delete from task_line where tax_code = ?").param(missing).update();
        jdbc.sql("update task_line set due_at = null where tax_code = ?").param(other).update();
        jdbc.sql("insert into task_line select 'gone', unit, unit_number, holder, due_at, priority, process_key, step, name, created_at,"
                + " process_instance_id, tax_code from task_line where tax_code = ?").param(other).update();
        assertThat(lines.different())
                .containsExactlyInAnyOrder("gone", task(missing, "scheduleSurvey").getId(), task(other, "scheduleSurvey").getId());

        assertThatThrownBy(check::pass).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("3 open tasks");
        follows(missing, "scheduleSurvey");
        follows(other, "scheduleSurvey");
        check.pass();
    }

    /** A running database of before has no line at all. */
    @Test
    void anEmptyTableIsFilledAtOnce() {
        String code = enterprise();
        startPhase("survey", code);
        jdbc.sql("delete from task_line").update();

        assertThat(lines.repair()).isPositive();
        follows(code, "scheduleSurvey");
        assertThat(lines.repair()).isZero();
    }

    @Test
    void aRepairWaitsForNobodyWhoChangesTheTaskAtTheSameTime() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");
        jdbc.sql("update task_line set priority = -1 where tax_code = ?").param(code).update();

        transaction.executeWithoutResult(status -> {
            tasks.setAssignee(task.getId(), "officer3");
            int repaired = CompletableFuture.supplyAsync(lines::repair).join();
            assertThat(repaired).isZero();
        });
        follows(code, "scheduleSurvey");
    }

    /** The lines of the enterprise are what the engine's own API says, and the database finds no difference either. */
    private void follows(String taxCode, String... steps) {
        assertThat(lines(taxCode).stream().map(line -> line.split(" ")[0]).distinct()).containsExactlyInAnyOrder(steps);
        assertThat(lines(taxCode)).isEqualTo(ofEngine(taxCode));
        assertThat(lines.different()).isEmpty();
    }

    private Set<String> lines(String taxCode) {
        return new TreeSet<>(jdbc.sql("select * from task_line where tax_code = ?").param(taxCode)
                .query((row, number) -> String.join(" ", row.getString("step"), row.getString("process_key"), row.getString("task_id"),
                        row.getString("unit"), row.getString("holder"), Objects.toString(row.getObject("due_at", LocalDateTime.class)),
                        row.getString("priority"), row.getString("name"), row.getObject("created_at", LocalDateTime.class).toString()))
                .list());
    }

    private Set<String> ofEngine(String taxCode) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(taxCode).list().stream()
                .flatMap(instance -> tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> link.getGroupId() != null)
                        .map(IdentityLink::getGroupId)
                        .map(unit -> String.join(" ", task.getTaskDefinitionKey().replaceFirst("^userTask_", ""),
                                task.getProcessDefinitionId().split(":")[0], task.getId(), unit, task.getAssignee(), local(task.getDueDate()),
                                String.valueOf(task.getPriority()), task.getName(), local(task.getCreateTime()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String local(Date moment) {
        return moment == null ? "null" : LocalDateTime.ofInstant(moment.toInstant(), OutreachApplication.ZONE.toZoneId()).toString();
    }
}
