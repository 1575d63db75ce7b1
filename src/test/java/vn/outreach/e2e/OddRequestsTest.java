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

    /** Where the address itself is open to nobody. */
    private static final int FORBIDDEN = 403;
    private static final int NOTHING_THERE = 404;

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET    | /execution/nosuch/localVariables                        |                                            | 404",
        "GET    | /execution/nosuch/localVariables/x                      |                                            | 404",
        "PUT    | /execution/nosuch/localVariables/x                      | {\"value\": 1}                             | 404",
        "POST   | /execution/nosuch/signal                                | {}                                         | 404",
        "POST   | /execution/nosuch/messageSubscriptions/x/trigger        | {}                                         | 400",
        "GET    | /process-instance/nosuch/variables/x                    |                                            | 404",
        "GET    | /deployment/nosuch/resources/nosuch/data                |                                            | 404",
        "POST   | /external-task/nosuch/complete                          | {\"workerId\": \"w\"}                      | 404",
        "POST   | /external-task/nosuch/bpmnError                         | {\"workerId\": \"w\", \"errorCode\": \"e\"} | 404",
        "POST   | /external-task/nosuch/complete                          | {}                                         | 400",
        "POST   | /external-task/nosuch/failure                           | {}                                         | 400",
        "POST   | /condition                                              | {\"variables\": {\"a\": {\"value\": 1}}}   | 400",
        "GET    | /task?firstResult=-5&maxResults=3                       |                                            | 400",
        "POST   | /task/nosuch/claim                                      | {\"userId\": \"admin\"}                    | 409",
        "GET    | /task/nosuch/variables                                  |                                            | 409",
        "POST   | /message                                                | {\"messageName\": \"outreach.nothing\"}    | 400",
        "POST   | /group/create                                           | {\"id\": \"no group!\"}                    | 400",
        "POST   | /process-definition/key/survey/start                    | {}                                         | 400",
        "GET    | /history/process-instance?subCaseInstanceId=x&maxResults=3 |                                         | 400",
        "POST   | /decision-definition/key/votePassed/evaluate            | {\"variables\": {\"eligibleVoters\": {\"value\": \"x\"}}} | 400"
    })
    void aWrongRequestIsSaidToBeOne(String method, String path, String body, int status) {
        Rest.Answer answer = rest("admin").send(method, "/engine-rest" + path, body);
        assertThat(answer.status()).as("%s", answer).isIn(status, FORBIDDEN, NOTHING_THERE);
        assertThat(answer.sentence()).isNotBlank();
        assertThat(answer.body()).doesNotContain("org.").doesNotContain("SQL").doesNotContain("\tat ");
        if (method.equals("GET")) {
            assertThat(webapp("admin").get(WEBAPPS + path).status()).isIn(status, FORBIDDEN, NOTHING_THERE);
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
