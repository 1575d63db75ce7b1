package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The case of one enterprise as the office's people and systems carry it over HTTP; users' passwords are their names. */
public final class CaseByRest {

    private static final String WORKER = "office-system";

    private final Rest nobody;
    private final String taxCode;

    private CaseByRest(Rest nobody, String taxCode) {
        this.nobody = nobody;
        this.taxCode = taxCode;
    }

    /** Registers the enterprise as officer1, who answers for it. */
    public static CaseByRest register(String address, String taxCode, Map<String, ?> more) {
        CaseByRest found = new CaseByRest(Rest.nobody(address), taxCode);
        Map<String, Object> body = new HashMap<>(Map.of("taxCode", taxCode, "name", "TNHH Đi hết đường " + taxCode,
                "zone", "Phú Mỹ I", "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "legalPerson", true,
                "responsibleMember", "officer1"));
        body.putAll(more);
        assertThat(found.as("officer1").post("/api/v1/enterprises", body).ok().status()).isEqualTo(201);
        return found;
    }

    String taxCode() {
        return taxCode;
    }

    Rest as(String user) {
        return nobody.as(user, user);
    }

    // --- steps -------------------------------------------------------------------------------------------------------

    public void open() {
        assertThat(as("officer1").startCase(taxCode).ok().status()).isEqualTo(200);
    }

    /** Completes the one open task of this step, of the enterprise's case or of an admission. */
    public void does(String user, String businessKey, String step, Object... fields) {
        String task = only(as(user).get("/engine-rest/task?maxResults=500&processInstanceBusinessKey=" + businessKey
                        + "&taskDefinitionKey=userTask_" + step).ok().json(), user + " sees " + step)
                .get("id").asText();
        assertThat(as(user).complete(task, pairs(fields)).ok().status()).isEqualTo(204);
    }

    /** Takes the open external task of this key as the integration user and completes it. */
    public void works(String businessKey, String topic, Object... results) {
        Rest system = as("integration");
        JsonNode locked = system.post("/engine-rest/external-task/fetchAndLock", Map.of("workerId", WORKER, "maxTasks", 1,
                "topics", List.of(Map.of("topicName", topic, "lockDuration", 60_000, "businessKey", businessKey)))).ok().json();
        String id = only(locked, topic + " of " + businessKey).get("id").asText();
        Rest.Answer done = system.post("/engine-rest/external-task/" + id + "/complete",
                Map.of("workerId", WORKER, "variables", Rest.variables(pairs(results))));
        assertThat(done.ok().status()).isEqualTo(204);
    }

    /** What the integration user's message is answered. */
    Rest.Answer hears(String message, String businessKey, Object... fields) {
        return as("integration").message("outreach." + message, businessKey, pairs(fields));
    }

    /** Reports an event by the form of the process caseEvent. */
    void reports(String user, String event, Object... fields) {
        Map<String, Object> report = pairs(fields);
        report.put("eventType", event);
        as(user).post("/engine-rest/process-definition/key/caseEvent/submit-form", Map.of("variables", Rest.variables(report))).ok();
    }

    /** A reference for a new candidate of the enterprise. */
    String candidate() {
        Rest.Answer answer = as("organisation").post("/api/v1/candidates", Map.of("enterpriseCode", taxCode));
        assertThat(answer.ok().status()).isEqualTo(201);
        return answer.json().get("candidateRef").asText();
    }

    void knows(String user, String candidateRef, Object... fields) {
        as(user).put("/api/v1/candidates/" + candidateRef, pairs(fields)).ok();
    }

    // --- what is seen ------------------------------------------------------------------------------------------------

    String stage() {
        return enterprise().get("stage").asText();
    }

    JsonNode enterprise() {
        return as("officer1").get("/api/v1/enterprises/" + taxCode).ok().json();
    }

    /** The ledger as {@code phase.step=RESULT SOURCE by user}, oldest first. */
    List<String> ledger() {
        JsonNode page = as("organisation").get("/api/v1/outcomes?enterprise=" + taxCode + "&size=500").ok().json();
        List<JsonNode> rows = new ArrayList<>(StreamSupport.stream(page.get("items").spliterator(), false).toList());
        rows.sort(java.util.Comparator.comparingLong(row -> row.get("id").asLong()));
        return rows.stream().map(CaseByRest::line).toList();
    }

    private static String line(JsonNode row) {
        return row.get("phase").asText() + "." + row.get("step").asText() + "=" + row.get("result").asText() + " "
                + row.get("source").asText() + " by " + row.get("recordedBy").asText();
    }

    static Map<String, Object> pairs(Object... namesAndValues) {
        Map<String, Object> pairs = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }

    private static JsonNode only(JsonNode list, String what) {
        assertThat(list).as(what).hasSize(1);
        return list.get(0);
    }
}
