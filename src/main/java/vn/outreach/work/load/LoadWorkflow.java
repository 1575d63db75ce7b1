package vn.outreach.work.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.work.task.TaskListVisibility;

/**
 * How much somebody has to do, as far as the asking head may see it: counted by the engine with that person's rights.
 */
@Component
class LoadWorkflow {

    private static final int SOON = 3;

    private static final String OF_INACTIVE = """
            from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where t.SUSPENSION_STATE_ = 1 and exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_
                and l.TYPE_ = 'candidate' and l.GROUP_ID_ in (:units)) and\s""";

    private final TaskService tasks;
    private final DueDays dueDays;
    private final TaskListVisibility seen;
    private final JdbcClient jdbc;

    LoadWorkflow(TaskService tasks, DueDays dueDays, TaskListVisibility seen, JdbcClient jdbc) {
        this.tasks = tasks;
        this.dueDays = dueDays;
        this.seen = seen;
        this.jdbc = jdbc;
    }

    /** {@code soon} is due today or within three working days. */
    record Load(long open, long overdue, long soon) {}

    Load of(String person) {
        long overdue = ofPerson(person).dueBefore(dueDays.overdue()).count();
        long untilSoon = ofPerson(person).dueBefore(dueDays.within(SOON)).count();
        return new Load(ofPerson(person).count(), overdue, untilSoon - overdue);
    }

    long unclaimed(String unit) {
        return tasks.createTaskQuery().taskCandidateGroup(unit).count();
    }

    /** What is due first, first. */
    List<String> tasksOf(String person, int most) {
        return ofPerson(person).orderByDueDate().asc().orderByTaskId().asc().listPage(0, most).stream()
                .map(Task::getId)
                .toList();
    }

    /** Who does no such work any more and still holds so many tasks of the unit, by name of user. */
    Map<String, Long> inactive(CurrentUser head, String unit) {
        Map<String, Long> held = new TreeMap<>();
        jdbc.sql("select t.ASSIGNEE_ as person, count(*) as held " + OF_INACTIVE + seen.condition(head) + " and "
                        + seen.ofInactive() + " group by t.ASSIGNEE_")
                .params(seen.parameters(head))
                .param("units", Set.of(unit))
                .query(row -> {
                    held.put(row.getString("person"), row.getLong("held"));
                });
        return held;
    }

    /** What is due first, first. */
    List<String> tasksOfInactive(CurrentUser head, Set<String> units, String person, int most) {
        return jdbc.sql("select t.ID_ " + OF_INACTIVE + seen.condition(head) + " and " + seen.ofInactive()
                        + " and t.ASSIGNEE_ = :person order by t.DUE_DATE_, t.ID_ fetch first :most rows only")
                .params(seen.parameters(head))
                .param("units", units)
                .param("person", person)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private TaskQuery ofPerson(String person) {
        return tasks.createTaskQuery().taskAssignee(person);
    }
}
