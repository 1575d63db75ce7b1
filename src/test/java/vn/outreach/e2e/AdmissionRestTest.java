package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** An admission as its people and systems carry it over HTTP: the file beside the engine, the steps inside it. */
class AdmissionRestTest extends OutreachTest {

    private static final String NAME = "Lương Thị \"Mây\" <b>Trắng</b> 🌸";

    private Rest organisation;
    private Rest mobileCell;
    private String code;
    private String ref;

    @BeforeEach
    void candidateOfAnEnterprise() {
        Rest nobody = Rest.nobody("http://localhost:" + port);
        organisation = nobody.as("organisation", "organisation");
        mobileCell = nobody.as("mobilecell", "mobilecell");
        code = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4), "union_recognised_on", LocalDate.of(2026, 6, 1));
        ref = organisation.post("/api/v1/candidates", Map.of("enterpriseCode", code)).ok().json().get("candidateRef").asText();
    }

    @Test
    void aFileIsFilledInAndFoundFit() {
        put(organisation, Map.of("name", NAME, "contact", "tổ đúc"));
        begin();
        assertThat(complete(organisation, "recordConsent", Map.of("consentGiven", true)).status()).isEqualTo(204);
        put(mobileCell, facts("2019-01-15"));
        open();
        assertThat(openSteps(ref)).as("the certificate is too old").isEmpty();

        put(mobileCell, Map.of("contact", "tổ đúc, ca 2", "certificateDate", "2026-09-01"));
        assertThat(openSteps(ref)).as("a change is looked at").containsExactly("openCandidateFile");
        open();
        assertThat(openSteps(ref)).containsExactly("collectIntroductions");
        assertThat(mobileCell.get("/api/v1/candidates/" + ref).ok().json().get("name").asText()).isEqualTo(NAME);
        assertThat(organisation.get("/engine-rest/history/variable-instance?maxResults=500&processInstanceBusinessKey=" + ref).body())
                .doesNotContain("Lương");
    }

    @Test
    void whatTheFileLacksIsNamed() {
        begin();
        complete(organisation, "recordConsent", Map.of("consentGiven", "true"));
        Rest.Answer answer = complete(mobileCell, "openCandidateFile", Map.of("fileComplete", true, "abroad", false));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("birthMonth");
        assertThat(answer.sentence()).contains("thẻ “Hồ sơ quần chúng”").contains("/app/candidate#" + ref);
    }

    @Test
    void aSecondAdmissionIsAConflict_andAnotherEnterprisesCandidateIsNone() {
        begin();
        assertThat(start(Map.of("enterpriseCode", code, "candidateRef", ref)).status()).isEqualTo(409);
        String other = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        Rest.Answer foreign = start(Map.of("enterpriseCode", other, "candidateRef", ref));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.sentence()).contains("candidateRef").contains(other);
    }

    @Test
    void anotherUnitMayNotRecordTheConsent() {
        begin();
        assertThat(complete(mobileCell, "recordConsent", Map.of("consentGiven", true)).status()).isEqualTo(403);
        assertThat(openSteps(ref)).containsExactly("recordConsent");
    }

    @Test
    void aSystemMaySayThatACandidateWithdrew_once() {
        begin();
        Rest system = Rest.nobody("http://localhost:" + port).as("integration", "integration");
        assertThat(system.message("outreach.candidateWithdrew", ref, Map.of()).isOk()).isTrue();
        assertThat(ledger(code)).endsWith("memberAdmission.candidateWithdrew=DONE", "memberAdmission.end=WITHDRAWN");
        assertThat(system.message("outreach.candidateWithdrew", ref, Map.of()).status()).isEqualTo(400);
        assertThat(mobileCell.get("/api/v1/candidates/" + ref).status()).as("closed to all but the board").isEqualTo(403);
    }

    private void begin() {
        start(Map.of("enterpriseCode", code, "candidateRef", ref)).ok();
        assertThat(openSteps(ref)).isEqualTo(List.of("recordConsent"));
    }

    private Rest.Answer start(Map<String, ?> fields) {
        return organisation.post(
                "/engine-rest/process-definition/key/memberAdmission/start", Map.of("variables", Rest.variables(fields)));
    }

    private void open() {
        complete(mobileCell, "openCandidateFile", Map.of("fileComplete", true, "abroad", false)).ok();
    }

    private Rest.Answer complete(Rest user, String step, Map<String, ?> fields) {
        return user.complete(task(ref, step).getId(), fields);
    }

    private void put(Rest user, Map<String, ?> fields) {
        user.put("/api/v1/candidates/" + ref, fields).ok();
    }

    private static Map<String, Object> facts(String certificateDate) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("birthMonth", "1998-03");
        facts.put("schooling", "HIGHER");
        facts.put("certificateDate", certificateDate);
        facts.put("citizen", true);
        facts.put("isOwner", false);
        facts.put("readmission", false);
        facts.put("inYouthUnion", false);
        facts.put("inUnion", true);
        return facts;
    }
}
