package vn.outreach.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.form.FormsOfTasks;
import vn.outreach.engine.model.FormFields;
import vn.outreach.process.RunningCases;
import vn.outreach.process.VisibleTasks;
import vn.outreach.testing.OutreachTest;

/** A task that is completed between two looks at it is gone, and nothing worse. */
@Tag("both-databases")
class VisibleTasksTest extends OutreachTest {

    @Autowired
    private FormFields fields;

    @Autowired
    private RunningCases running;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    void theFormOfATaskThatIsCompletedMeanwhileIsUnknown() {
        String code = enterprise();
        start("officer1", "enterpriseOutreach", "enterpriseCode", code);
        Task task = task(code, "scheduleSurvey");
        VisibleTasks late = new LateTasks(tasks, running, () -> complete("officer1", code, "scheduleSurvey",
                "surveyDate", today().plusDays(3).toString(), "surveyMethod", "VISIT"));
        FormsOfTasks forms = new FormsOfTasks(late, fields, running, null, engine);
        assertThatThrownBy(() -> forms.require(task.getId()))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        org.assertj.core.api.Assertions.assertThat(refusal.code()).isEqualTo("task-unknown"));
    }

    /** Somebody completes the task when it has been found. */
    private static final class LateTasks extends VisibleTasks {

        private final Runnable meanwhile;

        LateTasks(TaskService tasks, RunningCases running, Runnable meanwhile) {
            super(tasks, running);
            this.meanwhile = meanwhile;
        }

        @Override
        public <T> T with(String taskId, Function<Task, T> act) {
            return super.with(taskId, task -> {
                meanwhile.run();
                return act.apply(task);
            });
        }
    }
}
