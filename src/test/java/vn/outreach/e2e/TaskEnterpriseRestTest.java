package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** Whom a task is about: said to the people who see the task, and to nobody else. */
class TaskEnterpriseRestTest extends OutreachTest {

    @Test
    void aTaskSaysItsEnterprise_toThoseWhoSeeTheTask() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");

        JsonNode answer = asked("officer1", task).ok().json();

        assertThat(answer.get("taxCode").asText()).isEqualTo(code);
        assertThat(answer.get("name").asText()).isEqualTo("TNHH Thử " + code);
        assertThat(answer.get("candidateRef").isNull()).isTrue();
        assertThat(asked("office", task).status()).isEqualTo(200);
        assertThat(asked("admin", task).status()).isEqualTo(200);
        assertThat(asked("zoneunion", task).status()).isEqualTo(404);
        assertThat(asked("zoneunion", task).body()).contains("task-unknown").doesNotContain(code);
        assertThat(asked("integration", task).status()).as("a system has no tasks").isEqualTo(403);
    }

    @Test
    void anAdmissionsTaskSaysItsReference_toThoseWhoseItIsAndNobodyElse() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = login("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        Task consent = task(ref, "recordConsent");

        for (String who : new String[] {"organisation", "committee"}) {
            JsonNode answer = asked(who, consent).ok().json();
            assertThat(answer.get("candidateRef").asText()).as(who).isEqualTo(ref);
            assertThat(answer.get("taxCode").asText()).as(who).isEqualTo(code);
        }
        for (String who : new String[] {"officer1", "zoneunion", "youth", "admin", "board"}) {
            assertThat(asked(who, consent).status()).as(who).isEqualTo(404);
            assertThat(asked(who, consent).body()).as(who).doesNotContain(ref).doesNotContain(code);
        }
        tasks.setAssignee(consent.getId(), "zoneunion");
        assertThat(asked("zoneunion", consent).ok().json().get("candidateRef").asText()).isEqualTo(ref);
    }

    @Test
    void aTaskOfTheYearlyPlanIsAboutNoEnterprise() {
        start("organisation", "annualPlan", "planYear", 2021);
        JsonNode answer = asked("organisation", task("2021", "draftPlan")).ok().json();
        assertThat(answer.get("taxCode").isNull()).isTrue();
        assertThat(login("organisation").get("/api/v1/tasks/no-such-task/enterprise").status()).isEqualTo(404);
    }

    private Rest.Answer asked(String who, Task task) {
        return login(who).get("/api/v1/tasks/" + task.getId() + "/enterprise");
    }

    private Rest login(String who) {
        return Rest.nobody("http://localhost:" + port).as(who, password(who));
    }
}
