package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.OutreachTest;

/** Tricks with addresses and verbs, over real HTTP: whoever plays them is refused, and never gets what stands behind. */
class AccessRulesTest extends OutreachTest {

    /** 400 is Tomcat's own, for what is no address at all; 404 and 405 say that nothing is there, or not for this verb. */
    private static final List<Integer> REFUSED = List.of(400, 401, 403, 404, 405);
    private static final List<String> USERS = List.of("", "officer1", "board", "integration");

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest/deployment/create", "/engine-rest/deployment/create/", "/engine-rest//deployment/create",
        "/engine-rest/./deployment/create", "/engine-rest/task/../deployment/create", "/engine-rest/%2e%2e/engine-rest/deployment",
        "/engine-rest/%64eployment/create", "/engine-rest/deployment%2fcreate", "/engine-rest/deployment%2Fcreate",
        "/engine-rest/deployment%5ccreate", "/engine-rest/deployment;x=1/create", "/engine-rest/deployment/create;jsessionid=1",
        "/engine-rest/deployment%3bx/create", "/engine-rest/deployment/create%00", "/engine-rest/deployment/create%0a",
        "/engine-rest/deployment/create%23", "/engine-rest/deployment/create%3f", "/engine-rest/deployment/%63reate",
        "/engine-rest/deployment/create%2520", "/engine-rest/deployment/create.json", "/ENGINE-REST/deployment/create",
        "/engine-rest/Deployment/create", "/Engine-Rest/deployment/create", "/engine-rest/engine/default/deployment/create",
        "/engine-rest/engine/default/task", "/engine-rest/engine/other/task", "/engine-rest/engine", "/engine-rest/engine/",
        "/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/setup/other/user/create", "/camunda/api/admin/setup//default/user/create",
        "/camunda/API/admin/setup/default/user/create", "/camunda/app/../api/admin/setup/default/user/create",
        "/camunda/app/tasklist/default/..;/..;/api/engine/engine/default/task", "/camunda/api/engine/engine/other/task",
        "/camunda/api/engine/engine/default/task;a=b", "/camunda/api/engine/engine/default/deployment/create/",
        "/camunda/lib/..%2f..%2fapplication.yml", "/camunda/lib/%2e%2e/%2e%2e/application.yml", "/camunda/lib/../application.yml",
        "/api/v1/audit/", "/api/v1//audit", "/API/v1/enterprises", "/api/V1/enterprises", "/api/v1/enterprises/x/timeline/",
        "/api/v1/./enterprises", "/api/v1/enterprises;x", "/actuator/env", "/actuator/heapdump", "/actuator/health/db",
        "/actuator/health;/../env", "/error", "/h2-console/", "/api/v1/undocumented"
    })
    void noTrickLeadsPastTheAccessRules(String path) {
        for (String user : USERS) {
            for (String verb : List.of("GET", "POST", "HEAD", "OPTIONS")) {
                assertThat(knock(user, verb, path)).as("%s %s as “%s”", verb, path, user).isIn(REFUSED);
            }
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", path, login(user)).text())
                    .as("GET %s as “%s”", path, user)
                    .doesNotContain("userTask_", "spring:", "processDefinitionId", "\"deploymentTime\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW", "get", "Get", "PATCH", "TRACK", "DEBUG", "PURGE"})
    void noUnknownVerbPasses(String verb) {
        for (String user : USERS) {
            assertThat(knock(user, verb, "/engine-rest/task")).as("%s as “%s”", verb, user).isIn(REFUSED);
            assertThat(knock(user, verb, "/camunda/app/tasklist/default/")).as("%s as “%s”", verb, user).isIn(REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override: DELETE", "X-Method-Override: DELETE", "X-Original-URL: /engine-rest/user",
        "X-Rewrite-URL: /engine-rest/user", "X-Forwarded-Prefix: /camunda/app", "X-Forwarded-User: admin",
        "X-Forwarded-For: 127.0.0.1", "Authorization: Bearer admin", "Authorization: Digest username=\"admin\""})
    void noHeaderMakesSomebodyElseOfNobody(String header) {
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/task", header).status()).isEqualTo(401);
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/api/v1/enterprises", header).status()).isEqualTo(401);
        assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/camunda/api/engine/engine/default/task", header).status())
                .isEqualTo(401);
    }

    @Test
    void aPasswordOpensNoWebapp_andASessionNoEngineRest() {
        assertThat(knock("officer1", "GET", "/camunda/api/engine/engine/default/task")).isEqualTo(401);
        assertThat(knock("officer1", "GET", "/engine-rest/task?maxResults=1")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/engine-rest", "/engine-rest/nothing", "/engine-rest/telemetry", "/api", "/api/v1/nothing",
        "/api/v1/enterprises/", "/camunda/nothing", "/app/../nothing", "/actuator/env"})
    void whereNothingIs_whoHasLoggedInIsToldSo_andNobodyElse(String path) {
        for (String verb : List.of("GET", "HEAD", "POST")) {
            assertThat(knock("officer1", verb, path)).as(verb + " " + path).isEqualTo(path.contains("..") ? 403 : 404);
            assertThat(knock("", verb, path)).as(verb + " " + path).isIn(401, 403);
        }
    }

    @Test
    void anAddressThatTakesOtherVerbsNamesThem() {
        RawHttp.Answer list = RawHttp.send(port, "127.0.0.1", "DELETE", "/api/v1/enterprises", login("officer1"));
        assertThat(list.status()).isEqualTo(405);
        assertThat(list.text()).contains("Allow: GET, HEAD, POST").contains("method-unknown");
        RawHttp.Answer message = RawHttp.send(port, "127.0.0.1", "PUT", "/engine-rest/message", login("integration"));
        assertThat(message.status()).isEqualTo(405);
        assertThat(message.text()).contains("Allow: POST").contains("Outreach-Code: method-unknown");
        assertThat(knock("officer1", "GET", "/api/v1/audit")).as("an address of others").isEqualTo(403);
        assertThat(knock("", "DELETE", "/api/v1/enterprises")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/enterprises", "/api/v1/me", "/api/v1/me/notices/stream", "/engine-rest/task?maxResults=1",
        "/engine-rest/process-definition?maxResults=1", "/api/v1/zones"})
    void whereSomethingIsRead_itsHeadMayBeAskedFor(String path) {
        RawHttp.Answer head = RawHttp.send(port, "127.0.0.1", "HEAD", path, login("officer1"));
        assertThat(head.status()).as(head.text()).isEqualTo(200);
        assertThat(head.text()).endsWith("\r\n\r\n");
        assertThat(knock("", "HEAD", path)).isEqualTo(401);
    }

    @Test
    void theHealthProbeSaysUpOrDownAndNothingElse() {
        RawHttp.Answer answer = RawHttp.send(port, "127.0.0.1", "GET", "/actuator/health");
        String state = "\\{\"status\":\"(UP|DOWN)\"}";
        assertThat(answer.text().substring(answer.text().indexOf("\r\n\r\n"))).matches("(?s)\\s*(.*\\s)?\\{\"status\":\"(UP|DOWN)\",\"groups\":"
                + "\\[\"liveness\",\"readiness\"],\"components\":\\{(\"\\w+\":" + state + ",?)+}}\\s*(0\\s*)?");
    }

    @Test
    void whoBelongsNowhereSeesNothingButTheOwnAccount() {
        var nobodysMember = identities.newUser("nounitstranger");
        nobodysMember.setPassword("Mat-khau-2026!");
        identities.saveUser(nobodysMember);
        String login = "Authorization: Basic "
                + Base64.getEncoder().encodeToString("nounitstranger:Mat-khau-2026!".getBytes(StandardCharsets.UTF_8));
        try {
            for (String path : List.of("/engine-rest/task", "/engine-rest/user", "/api/v1/enterprises", "/api/v1/holidays",
                    "/engine-rest/process-definition", "/engine-rest/filter")) {
                assertThat(RawHttp.send(port, "127.0.0.1", "GET", path, login).status()).as(path).isEqualTo(403);
            }
            assertThat(RawHttp.send(port, "127.0.0.1", "GET", "/engine-rest/user/nounitstranger/profile", login).status())
                    .isEqualTo(200);
        } finally {
            identities.deleteUser("nounitstranger");
        }
    }

    private int knock(String user, String verb, String path) {
        return RawHttp.send(port, "127.0.0.1", verb, path, login(user)).status();
    }

    private static String login(String user) {
        return user.isEmpty()
                ? "X-Nobody: here"
                : "Authorization: Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
