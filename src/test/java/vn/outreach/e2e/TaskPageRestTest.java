package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** What stands beside an open task comes in one answer, each part as its own address gives it to the same person. */
@Tag("both-databases")
class TaskPageRestTest extends OutreachTest {

    @Test
    void everyPartIsWhatItsOwnAddressAnswers() {
        String code = enterprise();
        startPhase("survey", code);
        rest("officer2").post("/api/v1/enterprises/" + code + "/contacts", Map.of("day", day(-1), "kind", "CALL",
                "withWhom", "Phòng nhân sự", "said", "Hẹn gọi lại", "readiness", 3)).ok();
        Task task = task(code, "scheduleSurvey");
        rest("officer1").put("/api/v1/tasks/" + task.getId() + "/draft", Map.of("surveyMethod", "VISIT")).ok();

        for (String who : new String[] {"officer1", "office", "organisation"}) {
            JsonNode page = page(who, task).ok().json();

            assertThat(page.get("step").asText()).isEqualTo("scheduleSurvey");
            assertThat(page.get("task")).as(who).isEqualTo(
                    rest(who).get("/api/v1/tasks?ids=" + task.getId()).ok().json().get("items").get(0));
            assertThat(page.get("enterprise")).as(who).isEqualTo(at(who, "/api/v1/tasks/" + task.getId() + "/enterprise"));
            assertThat(page.get("form")).as(who).isEqualTo(at(who, "/api/v1/tasks/" + task.getId() + "/form"));
            assertThat(page.get("contacts")).as(who).isEqualTo(at(who, "/api/v1/enterprises/" + code + "/contacts/recent"));
        }
        JsonNode own = page("officer1", task).json();
        assertThat(own.get("form").get("draftSavedAt").isNull()).isFalse();
        assertThat(own.get("contacts").get("last").get(0).get("madeByName").asText()).isEqualTo("Trần Văn Bình");
        assertThat(own.get("absent").isNull()).isTrue();
        assertThat(page("office", task).json().get("form").get("draftSavedAt").isNull()).as("another's draft").isTrue();
    }

    @Test
    void whatSomebodyMayNotReadIsNull_andATaskThatIsNotSeenIsUnknown() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");

        JsonNode admin = page("admin", task).ok().json();
        assertThat(rest("admin").get("/api/v1/tasks/" + task.getId() + "/form").status()).isEqualTo(403);
        assertThat(admin.get("form").isNull()).isTrue();
        assertThat(admin.get("contacts").isNull()).isTrue();
        assertThat(admin.get("enterprise").get("taxCode").asText()).isEqualTo(code);

        assertThat(page("zoneunion", task).status()).isEqualTo(404);
        assertThat(page("zoneunion", task).body()).contains("task-unknown").doesNotContain(code);
        assertThat(page("integration", task).status()).as("a system has no tasks").isEqualTo(403);
        assertThat(rest("officer1").get("/api/v1/tasks/no-such-task/page").status()).isEqualTo(404);
    }

    @Test
    void contactsStayWithThoseWhoMayReadThem_inAnAdmissionToo() {
        String code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = rest("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json()
                .get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", code, "candidateRef", ref);
        Task consent = task(ref, "recordConsent");
        tasks.setAssignee(consent.getId(), "zoneunion");

        JsonNode union = page("zoneunion", consent).ok().json();
        assertThat(union.get("enterprise").get("candidateRef").asText()).isEqualTo(ref);
        assertThat(rest("zoneunion").get("/api/v1/enterprises/" + code + "/contacts/recent").status()).isEqualTo(403);
        assertThat(union.get("contacts").isNull()).isTrue();
        assertThat(union.get("form")).isEqualTo(at("zoneunion", "/api/v1/tasks/" + consent.getId() + "/form"));
        assertThat(page("officer1", consent).status()).isEqualTo(404);
    }

    @Test
    void theDeputyIsToldForWhomTheTaskCanBeTakenOver_andNobodyElse() {
        String code = enterprise();
        startPhase("survey", code);
        Task task = task(code, "scheduleSurvey");
        tasks.setAssignee(task.getId(), "officer1");
        String absence = rest("officer1").post("/api/v1/deputies", Map.of("deputy", "officer2", "mode", "RECEIVER",
                "from", day(0), "to", day(1), "reason", "Đi họp")).ok().json().get("id").asText();
        tasks.setAssignee(task.getId(), "officer1");

        assertThat(page("officer2", task).ok().json().get("absent").get("id").asText()).isEqualTo("officer1");
        assertThat(page("officer3", task).ok().json().get("absent").isNull()).isTrue();
        assertThat(page("officer1", task).ok().json().get("absent").isNull()).isTrue();
        rest("officer1").post("/api/v1/deputies/" + absence + "/end", Map.of()).ok();
        assertThat(page("officer2", task).ok().json().get("absent").isNull()).isTrue();
    }

    @Test
    void aTaskOfTheYearlyPlanIsAboutNoEnterprise() {
        start("organisation", "annualPlan", "planYear", 2023);
        JsonNode page = page("organisation", task("2023", "draftPlan")).ok().json();
        assertThat(page.get("enterprise").get("taxCode").isNull()).isTrue();
        assertThat(page.get("contacts").isNull()).isTrue();
        assertThat(page.get("task").get("enterprise").isNull()).isTrue();
    }

    private JsonNode at(String who, String path) {
        return rest(who).get(path).ok().json();
    }

    private Rest.Answer page(String who, Task task) {
        return rest(who).get("/api/v1/tasks/" + task.getId() + "/page");
    }

    private Rest rest(String who) {
        return Rest.nobody("http://localhost:" + port).as(who, password(who));
    }
}
