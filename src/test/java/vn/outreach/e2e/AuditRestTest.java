package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.testing.OutreachTest;

/** What passes the access rules and goes into the audit, and how an administrator reads it. */
class AuditRestTest extends OutreachTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Candidates candidates;

    private Rest nobody;
    private Rest admin;
    private long start;

    @BeforeEach
    void address() {
        nobody = Rest.nobody("http://localhost:" + port);
        admin = as("admin");
        start = jdbc.sql("select id from audit_head").query(Long.class).single();
    }

    @Test
    void whoOpensOrChangesACandidate_isTold_andNothingOfTheCandidate() {
        String ref = transaction.execute(status -> candidates.allocate(enterprise()));
        as("organisation").put("/api/v1/candidates/" + ref, Map.of("name", "Lê Thị Sao", "contact", "xưởng 2")).ok();
        as("committee").get("/api/v1/candidates/" + ref).ok();
        as("organisation").put("/api/v1/candidates/" + ref, Map.of("name", "Lê Thị Sao")).ok();

        assertThat(said()).containsExactly(
                "organisation RESTRICTED_CHANGED Candidate " + ref + " name, contact null null",
                "committee RESTRICTED_READ Candidate " + ref + " null null null",
                "organisation RESTRICTED_READ Candidate " + ref + " null null null");
        assertThat(admin.get("/api/v1/audit/export").ok().body()).doesNotContain("Lê Thị Sao", "xưởng 2");
    }

    @Test
    void aCorrectionIsTold_ofAnAdmissionWithoutWhatItSays() {
        String code = enterprise();
        startPhase("survey", code);
        complete("officer1", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        long id = ((Number) row(code, "scheduleSurvey").get("ID")).longValue();
        jdbc.sql("""
                insert into outcome (tax_code, candidate_ref, phase, step, result, occurred_on, recorded_by, recorded_at,
                    round, source)
                values (?, 'UV-2026-9001', 'memberAdmission', 'holdCellVote', 'PASSED', ?, 'mobilecell',
                    current_timestamp, 1, 'PERSON')""").params(code, today()).update();
        long vote = ((Number) row(code, "holdCellVote").get("ID")).longValue();

        correct("officer1", id, "YES");
        correct("organisation", vote, "NOT_PASSED");

        assertThat(said()).containsExactly(
                "officer1 CORRECTED Outcome " + id + " survey.scheduleSurvey DONE " + day(0) + " YES " + day(0),
                "organisation CORRECTED Outcome " + vote + " UV-2026-9001 null null");
    }

    @Test
    void whoeverIsRefused_isToldOnce_whicheverWayIn() {
        String code = enterprise();
        startPhase("survey", code);
        String task = task(code, "scheduleSurvey").getId();
        Rest other = as("officer2");

        assertThat(other.complete(task, Map.of("surveyDate", today().toString())).status()).isEqualTo(403);
        assertThat(other.get("/api/v1/candidates/UV-2026-0001").status()).isEqualTo(403);
        assertThat(other.post("/api/v1/tasks/" + task + "/extension", Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(other.put("/api/v1/holidays", List.of()).status()).isEqualTo(403);
        assertThat(other.get("/api/v1/audit?user=x").status()).isEqualTo(403);
        assertThat(other.send("DELETE", "/engine-rest/user/officer1", null).status()).isEqualTo(403);

        assertThat(said()).containsExactly(
                "officer2 ACCESS_REFUSED CompleteTaskCmd " + task + " wrong-person null null",
                "officer2 ACCESS_REFUSED Request GET /api/v1/candidates/UV-2026-0001 wrong-person null null",
                "officer2 ACCESS_REFUSED Request POST /api/v1/tasks/" + task + "/extension wrong-person null null",
                "officer2 ACCESS_REFUSED Request PUT /api/v1/holidays wrong-person null null",
                "officer2 ACCESS_REFUSED Request GET /api/v1/audit not-allowed null null",
                "officer2 ACCESS_REFUSED Request DELETE /engine-rest/user/officer1 not-allowed null null");
    }

    @Test
    void whatIsNoRefusal_isNotToldAsOne() {
        assertThat(as("officer1").get("/api/v1/enterprises/0000000000").status()).isEqualTo(404);
        assertThat(as("officer1").post("/api/v1/enterprises", Map.of("taxCode", "1")).status()).isEqualTo(422);
        assertThat(nobody.get("/api/v1/audit").status()).isEqualTo(401);

        assertThat(said()).isEmpty();
    }

    @Test
    void planDaysOffAndResponsibleMember_areTold() {
        String code = enterprise();
        int nextYear = today().getYear() + 1;
        as("organisation").put("/api/v1/plans/" + nextYear + "/rows", List.of(Map.of("taxCode", code))).ok();
        as("office").put("/api/v1/holidays?year=2099", List.of(Map.of("day", "2099-01-01", "name", "Tết", "source", "Luật"))).ok();
        as("officer1").send("PATCH", "/api/v1/enterprises/" + code, Map.of("responsibleMember", "officer2")).ok();
        as("organisation").put("/api/v1/plans/" + nextYear + "/rows", List.of()).ok();
        as("office").put("/api/v1/holidays?year=2099", List.of()).ok();

        assertThat(said()).containsExactly(
                "organisation PLAN_CHANGED Plan " + nextYear + " rows null " + code + " – – –",
                "office HOLIDAYS_CHANGED Holidays 2099 days null 2099-01-01 Tết",
                "officer1 ASSIGNED Enterprise " + code + " responsibleMember officer1 officer2",
                "organisation PLAN_CHANGED Plan " + nextYear + " rows " + code + " – – – null",
                "office HOLIDAYS_CHANGED Holidays 2099 days 2099-01-01 Tết null");
    }

    @Test
    void aNoticeThatIsSentAgain_isTold() {
        String code = enterprise();
        startPhase("survey", code);
        long id = jdbc.sql("select max(id) from notification where tax_code = ?").param(code).query(Long.class).single();
        jdbc.sql("update notification set state = 'FAILED' where id = ?").param(id).update();

        assertThat(admin.post("/api/v1/notifications/" + id + "/retry", null).status()).isEqualTo(204);

        assertThat(said()).containsExactly("admin REPAIRED Notification " + id + " retry FAILED null");
    }

    @Test
    void anAdministratorReadsExportsAndChecks() {
        String code = enterprise("responsible_member", null);
        startPhase("survey", code);
        String task = task(code, "scheduleSurvey").getId();
        as("officer3").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "officer3")).ok();

        JsonNode found = admin.get("/api/v1/audit?subject=" + task).ok().json();
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/user").asText()).isEqualTo("officer3");
        assertThat(found.at("/items/0/newValue").asText()).isEqualTo("officer3");
        assertThat(admin.get("/api/v1/audit/export?subject=" + task).ok().body().split("\r\n")).hasSize(2);
        assertThat(said()).last().asString().isEqualTo("admin EXPORTED Audit null filter null subject=" + task);
        JsonNode verdict = admin.get("/api/v1/audit/check").ok().json();
        assertThat(verdict.get("intact").asBoolean()).isTrue();
        assertThat(verdict.get("rows").asLong()).isGreaterThanOrEqualTo(start + 2);
    }

    private void correct(String user, long outcome, String result) {
        as(user).post("/api/v1/outcomes/" + outcome + "/corrections", Map.of("result", result, "reason", "Nhầm")).ok();
    }

    private Rest as(String user) {
        return nobody.as(user, password(user));
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        jdbc.sql("select * from audit where id > ? and action <> 'LOGIN' order by id").param(start).query().listOfRows().forEach(row -> said.add(
                "%s %s %s %s %s %s %s".formatted(row.get("user_id"), row.get("action"), row.get("subject_type"),
                        row.get("subject"), row.get("property"), row.get("old_value"), row.get("new_value"))));
        return said;
    }
}
