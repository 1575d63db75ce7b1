package vn.outreach.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

@Tag("both-databases")
class StartTimesTest extends OutreachTest {

    private static final long DAY = 86_400_000;

    @Test
    void aTaskAndItsActivity_lastFromTheirStartToTheirEnd() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");
        at(today().plusDays(3));
        String day = today().toString();
        complete("officer1", code, "scheduleSurvey", "surveyDate", day, "surveyMethod", "VISIT");

        HistoricTaskInstance done = history.createHistoricTaskInstanceQuery().taskId(task.getId()).singleResult();
        HistoricActivityInstance activity = history.createHistoricActivityInstanceQuery()
                .activityInstanceId(done.getActivityInstanceId()).singleResult();
        assertThat(done.getEndTime().getTime() - done.getStartTime().getTime()).isEqualTo(3 * DAY);
        assertThat(done.getDurationInMillis()).isEqualTo(3 * DAY);
        assertThat(activity.getEndTime().getTime() - activity.getStartTime().getTime()).isEqualTo(3 * DAY);
        assertThat(activity.getDurationInMillis()).isEqualTo(3 * DAY);
        assertThat(done.getProcessDefinitionKey()).isEqualTo("survey");
    }
}
