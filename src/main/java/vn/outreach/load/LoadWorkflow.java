package vn.outreach.load;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.outreach.calendar.DueDays;

/** How much somebody has to do, as far as the asking head may see it: counted by the engine with that person's rights. */
@Component
class LoadWorkflow {

    private static final int SOON = 3;

    private final TaskService tasks;
    private final DueDays dueDays;

    LoadWorkflow(TaskService tasks, DueDays dueDays) {
        this.tasks = tasks;
        this.dueDays = dueDays;
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
        return ofPerson(person).orderByDueDate().asc().orderByTaskId().asc().listPage(0, most).stream().map(Task::getId).toList();
    }

    private TaskQuery ofPerson(String person) {
        return tasks.createTaskQuery().taskAssignee(person);
    }
}
