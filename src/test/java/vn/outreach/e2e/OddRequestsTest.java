package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.testing.OutreachTest;

/** What is wrong with a request is said as such: no "500" for an unknown id, no word of the inside of the system. */
@Tag("both-databases")
class OddRequestsTest extends OutreachTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "admin       | GET    | /execution/4f1c0c60-0000-4000-8000-000000000000/localVariables                        |                                            | 405",
        "admin       | GET    | /execution/4f1c0c60-0000-4000-8000-000000000000/localVariables/x                      |                                            | 405",
        "admin       | PUT    | /execution/4f1c0c60-0000-4000-8000-000000000000/localVariables/x                      | {\"value\": 1}                             | 404",
        "admin       | POST   | /execution/4f1c0c60-0000-4000-8000-000000000000/signal                                | {}                                         | 404",
        "admin       | POST   | /execution/4f1c0c60-0000-4000-8000-000000000000/messageSubscriptions/x/trigger        | {}                                         | 404",
        "admin       | GET    | /process-instance/4f1c0c60-0000-4000-8000-000000000000/variables/x                    |                                            | 404",
        "admin       | GET    | /deployment/4f1c0c60-0000-4000-8000-000000000000/resources/4f1c0c60-0000-4000-8000-000000000000/data                |                                            | 404",
        "integration | POST   | /external-task/4f1c0c60-0000-4000-8000-000000000000/complete                          | {\"workerId\": \"w\"}                      | 404",
        "integration | POST   | /external-task/4f1c0c60-0000-4000-8000-000000000000/bpmnError                         | {\"workerId\": \"w\", \"errorCode\": \"e\"} | 404",
        "integration | POST   | /external-task/4f1c0c60-0000-4000-8000-000000000000/complete                          | {}                                         | 400",
        "integration | POST   | /external-task/4f1c0c60-0000-4000-8000-000000000000/failure                           | {}                                         | 400",
        "admin       | POST   | /condition                                              | {\"variables\": {\"a\": {\"value\": 1}}}   | 404",
        "admin       | GET    | /task?firstResult=-5&maxResults=3                       |                                            | 400",
        "officer1    | POST   | /task/4f1c0c60-0000-4000-8000-000000000000/claim                                      | {\"userId\": \"admin\"}                    | 409",
        "officer1    | GET    | /task/4f1c0c60-0000-4000-8000-000000000000/variables                                  |                                            | 409",
        "integration | POST   | /message                                                | {\"messageName\": \"outreach.nothing\"}    | 400",
        "admin       | POST   | /group/create                                           | {\"id\": \"no group!\"}                    | 400",
        "officer1    | POST   | /process-definition/key/enterpriseOutreach/start                    | {}                                         | 400",
        "admin       | GET    | /history/process-instance?subCaseInstanceId=x&maxResults=3 |                                         | 400",
        "admin       | POST   | /decision-definition/key/votePassed/evaluate            | {\"variables\": {\"eligibleVoters\": {\"value\": \"x\"}}} | 400"
    })
    void aWrongRequestIsSaidToBeOne(String user, String method, String path, String body, int status) {
        Rest.Answer answer = rest(user).send(method, "/engine-rest" + path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.sentence()).isNotBlank();
        assertThat(answer.body()).doesNotContain("org.").doesNotContain("SQL").doesNotContain("\tat ");
        if (method.equals("GET")) {
            assertThat(webapp(user).get(WEBAPPS + path).status()).as("webapp").isEqualTo(status);
        }
    }

    @Test
    void aValueThatTheDatabaseCannotKeepIsTheSendersFault() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        String instance = task(taxCode, "scheduleSurvey").getProcessInstanceId();
        Rest.Answer answer = rest("admin").post("/engine-rest/process-instance/" + instance + "/variables",
                Map.of("modifications", Map.of("x".repeat(300), Map.of("value", 1))));
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.sentence()).contains("quá dài");
        assertThat(runtime.getVariables(task(taxCode, "scheduleSurvey").getProcessInstanceId())).doesNotContainKey("x".repeat(300));
    }

    @Test
    void whoMayNotReadADecisionIsTold403() {
        String id = rest("admin").get("/engine-rest/decision-definition?key=votePassed").ok().json().get(0).get("id").asText();
        assertThat(rest("integration").get("/engine-rest/decision-definition/" + id).status()).isEqualTo(403);
        assertThat(rest("integration").get("/engine-rest/decision-definition/" + id + "/xml").status()).isEqualTo(403);
    }

    /** Nobody asked: background work needs the failure itself. */
    @Test
    void withoutSomebodyWhoAsksAFailureStaysWhatItIs() {
        assertThatThrownBy(() -> management.executeJob("nosuch"))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.getVariable("nosuch", "x")).isInstanceOf(ProcessEngineException.class);
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, password(user));
    }
}
