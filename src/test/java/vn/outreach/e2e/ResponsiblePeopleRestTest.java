package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** Who is responsible can work: whoever cannot is never made so, gets no task, and what they still hold is given on. */
class ResponsiblePeopleRestTest extends OutreachTest {

    private static final String LEAVER = "leaver";

    @AfterEach
    void nobodyStays() {
        identities.deleteUser(LEAVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "admin", "zoneunion", "youth", "mobilecell", "committee", "office", "nobody-known"})
    void whoCannotWorkIsNeverMadeResponsible(String person) {
        String code = enterprise();
        Rest head = rest("organisation");
        assertRefused(head.send("PATCH", "/api/v1/enterprises/" + code, Map.of("responsibleMember", person)), 422);
        assertRefused(head.put("/api/v1/plans/" + (today().getYear() + 1) + "/rows", List.of(Map.of("taxCode", code, "responsibleMember", person))), 422);
        assertRefused(head.post("/api/v1/enterprises", Map.of("taxCode", newTaxCode(), "name", "TNHH Thử", "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", person)), 422);
        assertRefused(rest("officer1").post("/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("variables", Rest.variables(Map.of("enterpriseCode", code, "responsibleMember", person)))), 400);
        assertThat(register(code, "responsible_member")).isEqualTo("officer1");
        assertThat(isRunning("enterpriseOutreach", code)).isFalse();
    }

    @Test
    void anAdministratorOrASystemAmongOfficersIsNotResponsibleEither() {
        for (String group : List.of("integrations", "camunda-admin")) {
            leaver("outreachOfficers");
            identities.createMembership(LEAVER, group);
            assertRefused(rest("organisation").send("PATCH", "/api/v1/enterprises/" + enterprise(),
                    Map.of("responsibleMember", LEAVER)), 422);
            identities.deleteUser(LEAVER);
        }
    }

    @Test
    void whoStartsACaseTakesItFromNobody() {
        String code = enterprise();
        Map<String, Object> start = Map.of("variables",
                Rest.variables(Map.of("enterpriseCode", code, "responsibleMember", "officer2")));
        String address = "/engine-rest/process-definition/key/enterpriseOutreach/start";
        assertThat(rest("officer2").post(address, start).status()).isEqualTo(403);
        assertThat(register(code, "responsible_member")).isEqualTo("officer1");
        rest("officer1").post(address, start).ok();
        assertThat(register(code, "responsible_member")).isEqualTo("officer2");
    }

    @Test
    void whatSomebodyHeldWhoIsGoneIsShownAndGivenOn() {
        leaver("outreachOfficers");
        String code = enterprise("responsible_member", LEAVER);
        rest("officer2").startCase(code).ok();
        String task = task(code, "scheduleSurvey").getId();
        assertThat(task(code, "scheduleSurvey").getAssignee()).isEqualTo(LEAVER);
        assertThat(inactive("officer1")).doesNotContain(task);

        rest("admin").send("DELETE", "/engine-rest/user/" + LEAVER, null).ok();

        assertThat(inactive("officer1")).contains(task);
        assertThat(inactive("zoneunion")).doesNotContain(task);
        JsonNode group = load("officer1");
        assertThat(group.get("id").asText()).isEqualTo(LEAVER);
        assertThat(group.get("open").asInt()).isEqualTo(1);
        assertThat(rest("officer1").get("/api/v1/load/" + LEAVER).ok().json().get("ids").toString()).contains(task);
        assertThat(rest("zoneunion").get("/api/v1/load/" + LEAVER).status()).isEqualTo(404);

        assertThat(give(task, "integration")).isFalse();
        assertThat(give(task, "zoneunion")).isFalse();
        assertThat(give(task, "officer2")).isTrue();
        assertThat(inactive("officer1")).doesNotContain(task);
        complete("officer2", code, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(code, "sendOfficialLetter");

        assertThat(task(code, "conductSurvey").getAssignee()).isNull();
        assertThat(told(code)).contains("responsible-cannot-work:officer1").doesNotContain("responsible-cannot-work:officer2");
    }

    @Test
    void whoLeftTheUnitIsGoneAtOnce_andASystemHoldsNothing() {
        leaver("outreachOfficers");
        String code = enterprise("responsible_member", LEAVER);
        rest("officer2").startCase(code).ok();
        String task = task(code, "scheduleSurvey").getId();

        rest("admin").send("DELETE", "/engine-rest/group/outreachOfficers/members/" + LEAVER, null).ok();
        assertThat(inactive("officer1")).contains(task);
        identities.createMembership(LEAVER, "propagandaBoard");
        assertThat(inactive("officer1")).as("another unit that talks with owners").doesNotContain(task);
        identities.createMembership(LEAVER, "integrations");
        assertThat(inactive("officer1")).contains(task);
        assertThat(give(task, "officer2")).isTrue();
    }

    private boolean give(String task, String user) {
        return rest("officer1").post("/api/v1/tasks:bulk", Map.of("action", "ASSIGN", "taskIds", List.of(task), "user", user))
                .ok().json().get("rows").get(0).get("done").asBoolean();
    }

    private List<String> inactive(String user) {
        return StreamSupport.stream(rest(user).get("/api/v1/tasks?filter=inactive&size=100").ok().json().get("items").spliterator(), false)
                .map(task -> task.get("id").asText()).toList();
    }

    private JsonNode load(String head) {
        for (JsonNode unit : rest(head).get("/api/v1/load").ok().json()) {
            for (JsonNode each : unit.get("inactive")) {
                if (each.get("id").asText().equals(LEAVER)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no line for " + LEAVER);
    }

    private void leaver(String group) {
        User user = identities.newUser(LEAVER);
        user.setPassword("Mat-khau-2026!");
        ((IdentityServiceImpl) identities).saveUser(user, true);
        identities.createMembership(LEAVER, group);
    }

    private static void assertRefused(Rest.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.body()).contains("responsibleMember");
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }
}
