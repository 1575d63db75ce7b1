package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** A reported event over /engine-rest and Tasklist's own API: the same statuses and sentences as everywhere. */
class CaseEventRestTest extends OutreachTest {


    @Test
    void whatNobodyWaitsForIsABadRequest_onBothApis() {
        String taxCode = enterprise();
        Map<String, Object> report = report("ownerContacted", taxCode);
        assertRefused(start("officer1", report), 400, "Không có hồ sơ nào", taxCode, "eventType");
        assertRefused(webapp("officer1").submitStartForm("caseEvent", report), 400, "Không có hồ sơ nào", taxCode, "eventType");
        assertThat(ledger(taxCode)).isEmpty();
    }

    @Test
    void whoseEventItIsNotIsForbidden() {
        String taxCode = enterprise();
        assertRefused(start("mobilecell", report("ownerContacted", taxCode)), 403, "không có quyền báo việc");
        assertRefused(start("officer1", report("candidateWithdrew", taxCode)), 403, "không có quyền báo việc");
        // Who opens no case at all does not get as far as being told whose reports these are.
        assertThat(start("propaganda", report("ownerContacted", taxCode)).status()).isEqualTo(403);
        assertThat(start("integration", report("ownerContacted", taxCode)).status()).isIn(403, 404);
        assertThat(ledger(taxCode)).isEmpty();
    }

    @Test
    void aCellIsRestoredOnce_byReportOrByMessage() {
        String taxCode = enterprise("cell_founded_on", LocalDate.of(2025, 3, 3));
        Map<String, Object> report = report("cellBelowMinimum", taxCode);
        report.put("fullMembers", 2);
        webapp("officer1").submitStartForm("caseEvent", report).ok();

        assertRefused(start("officer1", report), 409, taxCode, "đang chạy");
        assertRefused(as("integration").message("outreach.cellBelowMinimum", taxCode, Map.of("fullMembers", 1)), 409, taxCode);
        assertThat(openSteps(taxCode)).containsExactly("restoreCell");
        as("organisation").complete(task(taxCode, "restoreCell").getId(), Map.of("restoration", "MEMBERS_ADDED")).ok();

        assertRefused(as("integration").message("outreach.cellBelowMinimum", taxCode, Map.of("fullMembers", 3)), 400, "fullMembers");
        as("integration").message("outreach.cellBelowMinimum", taxCode, Map.of("fullMembers", 1)).ok();
        assertThat(openSteps(taxCode)).containsExactly("restoreCell");
    }

    @Test
    void anEnterpriseThatClosesIsWrittenDown() {
        String taxCode = enterprise();
        Map<String, Object> report = report("enterpriseClosed", taxCode);
        assertRefused(start("officer1", report), 400, "Thiếu", "reason");
        report.put("reason", "Giải thể <script>alert(1)</script> “đóng cửa” 🏭");
        start("officer1", report).ok();

        assertThat(register(taxCode, "closed_reason")).isEqualTo(report.get("reason"));
        assertThat(register(taxCode, "stage")).isEqualTo("CLOSED");
        assertThat(as("officer1").startCase(taxCode).status()).isEqualTo(400);
    }

    @Test
    void onlyWhatACaseWaitsForIsOffered_andOnlyToWhoMayReportIt() {
        String taxCode = enterprise();
        assertThat(events("officer1", taxCode)).containsExactly("enterpriseClosed");
        as("officer1").startCase(taxCode).ok();
        assertThat(events("officer1", taxCode)).contains("enterpriseClosed", "candidateIntroduced")
                .doesNotContain("ownerContacted", "cellBelowMinimum", "candidateWithdrew");
        assertThat(events("organisation", taxCode)).contains("candidateWithdrew", "consentWithdrawn", "candidateMoved");
        assertThat(events("mobilecell", taxCode))
                .containsExactly("candidateIntroduced", "candidateWithdrew", "consentWithdrawn", "candidateMoved");
        assertThat(events("propaganda", taxCode)).isEmpty();

        String withCell = enterprise("cell_founded_on", LocalDate.of(2025, 3, 3));
        assertThat(events("officer1", withCell)).containsExactly("enterpriseClosed", "cellBelowMinimum");
        as("integration").message("outreach.cellBelowMinimum", withCell, Map.of("fullMembers", 1)).ok();
        assertThat(events("officer1", withCell)).containsExactly("enterpriseClosed");
        assertThat(as("officer1").get("/api/v1/enterprises/0100047516-999/events").status()).isEqualTo(404);
    }

    private List<String> events(String user, String taxCode) {
        List<String> events = new ArrayList<>();
        as(user).get("/api/v1/enterprises/" + taxCode + "/events").ok().json().forEach(event -> events.add(event.asText()));
        return events;
    }

    private static Map<String, Object> report(String event, String taxCode) {
        return new HashMap<>(Map.of("eventType", event, "enterpriseCode", taxCode, "occurredOn", day(0)));
    }

    private Rest as(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, user);
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, user);
    }

    private Rest.Answer start(String user, Map<String, Object> report) {
        return as(user).post("/engine-rest/process-definition/key/caseEvent/start", Map.of("variables", Rest.variables(report)));
    }

    private static void assertRefused(Rest.Answer answer, int status, String... parts) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.sentence() + " " + answer.field()).contains(parts);
    }
}
