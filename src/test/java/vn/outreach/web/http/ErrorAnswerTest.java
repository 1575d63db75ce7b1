package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.outreach.engine.rest.EngineErrors;
import vn.outreach.testing.OutreachTest;

/** What goes wrong is said in a sentence, and nothing is told of how the server is built. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorAnswerTest extends OutreachTest {

    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\b(?:org|com|java|jakarta|javax|vn)\\.\\w+\\.|\\bat \\[Source|exception:|\\tat |apache|tomcat|jersey|jackson|"
                    + "spring|stack ?trace|7\\.24|10\\.1\\.|/home/|/root/|/usr/|\\bsql\\b|jdbc|select ");
    private static final String WEBAPP = "/camunda/api/engine/engine/default";

    private Wire wire;

    @BeforeEach
    void wire() {
        wire = new Wire(port);
    }

    private Wire.Reply asOfficer(String method, String path, String body, String... more) {
        return wire.ask(method, path, body, Wire.concat(more, Wire.as("officer1")));
    }

    private static void assertSaysNothing(Wire.Reply answer) {
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(INSIDE.matcher(answer.body()).results().map(found -> found.group())).as(answer.body()).isEmpty();
        assertThat(answer.headers().toString()).doesNotContain("Exception").doesNotContain("org.");
    }

    // --- the engine's two APIs -----------------------------------------------------------------------------------------

    @Test
    void aFieldThatCannotBeReadIsNamed_onBothApisOfTheEngine() {
        Wire.Session officer = wire.login("officer1");
        for (String broken : new String[] {
            "{\"priority\":{}}", "{\"priority\":\"abc\"}", "{\"taskVariables\":3}", "{\"sorting\":[{\"sortBy\":[]}]}"
        }) {
            String field = broken.split("\"")[1];
            for (Wire.Reply answer : new Wire.Reply[] {
                asOfficer("POST", "/engine-rest/task", broken), wire.post(WEBAPP + "/task", broken, officer.headers())
            }) {
                assertSaysNothing(answer);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().get("message").asText()).startsWith("Nội dung JSON không đúng");
                assertThat(answer.json().get("message").asText()).contains("“" + field);
                assertThat(answer.json().get("type").asText()).isEqualTo("InvalidRequestException");
            }
        }
    }

    @Test
    void aRefusalIsTheSentenceAloneInTheWebapps_andStandsLastForSystems() {
        Wire.Session officer = wire.login("officer1");
        String start = "/process-definition/key/enterpriseOutreach/submit-form";
        String unknown = "{\"variables\":{\"enterpriseCode\":{\"value\":\"3599999999\",\"type\":\"String\"}}}";

        String toSystem = asOfficer("POST", "/engine-rest" + start, unknown).json().get("message").asText();
        Wire.Reply toPerson = wire.post(WEBAPP + start, unknown, officer.headers());

        assertThat(toPerson.status()).isEqualTo(400);
        String sentence = toPerson.json().get("message").asText();
        assertThat(sentence).contains("3599999999").doesNotContain("Cannot");
        assertThat(toSystem).startsWith("Cannot instantiate process definition").endsWith(": " + sentence + " (taxCode)");
        assertThat(toPerson.header("Outreach-Field")).as("for the page that marks the field").isEqualTo("taxCode");
    }

    /** A field of one word, and a sentence that carries what somebody wrote in English. */
    @ParameterizedTest
    @CsvSource({
        "priority, Integer, 12, priority, field-range",
        "planYear, Integer, 3000, planYear, field-range",
        "responsibleMember, String, \"School of Steel is the best\", responsibleMember, field-choice"
    })
    void codeAndFieldGoBesideTheSentence_whateverWordsAreInIt(
            String name, String type, String value, String field, String code) {
        Wire.Session officer = wire.login("officer1");
        String start = "/process-definition/key/enterpriseOutreach/submit-form";
        String body = "{\"variables\":{\"enterpriseCode\":{\"value\":\"%s\"},\"%s\":{\"value\":%s,\"type\":\"%s\"}}}"
                .formatted(enterprise(), name, value, type);

        Wire.Reply toSystem = asOfficer("POST", "/engine-rest" + start, body);
        Wire.Reply toPerson = wire.post(WEBAPP + start, body, officer.headers());

        for (Wire.Reply answer : new Wire.Reply[] {toSystem, toPerson}) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("Outreach-Code")).isEqualTo(code);
            assertThat(answer.header("Outreach-Field")).isEqualTo(field);
            assertThat(answer.json().get("code").isNull()).as("Camunda's clients take numbers only").isTrue();
        }
        String sentence = toPerson.json().get("message").asText();
        assertThat(sentence).isNotEqualTo("Yêu cầu không hợp lệ.").doesNotContain("Cannot").doesNotContain("(" + field + ")");
        assertThat(toSystem.json().get("message").asText()).endsWith(": " + sentence + " (" + field + ")");
        if (type.equals("String")) {
            assertThat(sentence).contains("School of Steel is the best");
        }
    }

    @Test
    void whatCamundaSaysInEnglishIsASentenceOfTheStatusForPeople() {
        Wire.Reply taken = wire.post("/engine-rest/group/create", "{\"id\":\"no group!\"}", Wire.asAdmin());
        assertThat(taken.json().get("message").asText()).startsWith("ID có ký tự không dùng được.");
        assertThat(taken.header("Outreach-Field")).isEqualTo("id");

        Wire.Session officer = wire.login("officer1");
        Wire.Reply gone = wire.get(WEBAPP + "/task/5a1c0000-0000-0000-0000-000000000000", officer.headers());
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().get("message").asText()).startsWith("Không tìm thấy").doesNotContain("id");
    }

    @Test
    void aMissingRightIsNotSaidInTheEnginesWords_inTheWebapps() {
        Wire.Session officer = wire.login("officer1");

        Wire.Reply answer = wire.ask("PUT", WEBAPP + "/user/officer2/profile", "{\"id\":\"officer2\"}", officer.headers());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Đồng chí không có quyền").doesNotContain("UPDATE").doesNotContain("permissionName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "nothing", "[1,2]", "\"text\"", "{\"a\":tru}", "{'a':1}", "\u0000"})
    void whatIsNoJsonIsSaidSo(String broken) {
        Wire.Session officer = wire.login("officer1");
        for (Wire.Reply answer : new Wire.Reply[] {
            asOfficer("POST", "/engine-rest/task", broken),
            asOfficer("POST", "/engine-rest/task/count", broken),
            wire.post(WEBAPP + "/task", broken, officer.headers())
        }) {
            assertSaysNothing(answer);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.json().get("message").asText()).contains("JSON");
        }
        Wire.Reply ours = asOfficer("POST", "/api/v1/enterprises", broken);
        assertSaysNothing(ours);
        assertThat(ours.json().get("code").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/task?priority=abc", "/task?createdAfter=gestern", "/task?sortBy=nothing&sortOrder=asc", "/task?firstResult=x",
        "/task/count?dueBefore=1", "/task/nothing", "/task/nothing/form", "/process-instance/nothing", "/nothing",
        "/process-definition/key/nothing/xml", "/history/process-instance?startedAfter=1", "/filter/nothing/list",
        "/deployment/nothing/resources/x", "/task/x/variables/y/data", "/engine/nothing/task", "/application.wadl"
    })
    void aWrongQueryTellsNothingOfTheServer(String path) {
        assertSaysNothing(asOfficer("GET", "/engine-rest" + path, null));
        Wire.Session officer = wire.login("officer1");
        assertSaysNothing(wire.get(WEBAPP + path, officer.headers()));
    }

    @Test
    void aParameterThatCannotBeReadIsNamed() {
        Wire.Reply answer = asOfficer("GET", "/engine-rest/task?createdAfter=abc", null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText()).contains("“createdAfter”");
    }

    @Test
    void whatIsSaidForPeopleStays() {
        Wire.Reply answer = asOfficer("POST", "/engine-rest/process-definition/key/enterpriseOutreach/start",
                "{\"variables\":{\"enterpriseCode\":{\"value\":\"1\"}}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText()).contains("Mã số thuế “1” không hợp lệ");
    }

    @Test
    void aFailureIsAnIdThatStandsInTheLog(CapturedOutput log) {
        ContainerRequestContext request = mock(ContainerRequestContext.class, RETURNS_DEEP_STUBS);
        when(request.getUriInfo().getRequestUri()).thenReturn(URI.create("http://localhost/engine-rest/task"));
        when(request.getMethod()).thenReturn("POST");
        ExceptionDto error = ExceptionDto.fromException(new IllegalStateException("org.camunda.Secret: select * from ACT_RU_TASK"));
        ContainerResponseContext response = mock(ContainerResponseContext.class, RETURNS_DEEP_STUBS);
        when(response.getStatus()).thenReturn(500);
        when(response.getEntity()).thenReturn(error);

        new EngineErrors().filter(request, response);

        assertThat(error.getMessage()).contains("mã lỗi").doesNotContain("Secret").doesNotContain("ACT_");
        assertThat(error.getType()).isEqualTo("RestException");
        String id = error.getMessage().replaceAll("(?s).*mã lỗi (\\w+)\\..*", "$1");
        assertThat(id).hasSize(8);
        assertThat(log.getOut()).contains("Error " + id + ": POST /engine-rest/task");
    }

    // --- everybody else ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "GARBAGE\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\nConnection: close\r\n\r\n"
    })
    void aLineThatIsNoRequestIsAnsweredWithoutAWordOfTheServer(String line) {
        Wire.Reply answer = wire.send(line);
        assertSaysNothing(answer);
        assertThat(answer.body()).doesNotContain("script").doesNotContain("passwd");
        assertThat(answer.headers()).doesNotContainKey("server");
    }

    @Test
    void aHeadWithoutEndIsCutOff() {
        Wire.Reply answer = wire.get("/", "X-Long: " + "x".repeat(20_000));
        assertSaysNothing(answer);
        assertThat(answer.status()).isIn(400, 431);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/nothing.js, 404, Không có địa chỉ này., path-unknown",
        "/nothing, 401, Hãy đăng nhập, login-needed", "/error, 401, Hãy đăng nhập, login-needed",
        "/camunda/app/nothing/x.html, 401, Hãy đăng nhập, login-needed", "/camunda/nothing, 401, Hãy đăng nhập, login-needed"
    })
    void aPathThatIsNotThere_isAPageForPeopleAndAProblemForOthers(String path, int status, String sentence, String code) {
        Wire.Reply page = wire.get(path, "Accept: text/html,*/*");
        assertSaysNothing(page);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("lang=\"vi\"").contains(sentence).as("the product's typeface").contains("href=\"/app/app.css\"");
        Wire.Reply problem = wire.get(path, "Accept: application/json");
        assertSaysNothing(problem);
        assertThat(problem.json().get("code").asText()).isEqualTo(code);
    }

    @Test
    void aForgedOrMissingTokenIsRefusedInASentence() {
        Wire.Session officer = wire.login("officer1");
        Wire.Reply answer = wire.post(WEBAPP + "/task", "{}", "Cookie: JSESSIONID=" + officer.id());
        assertThat(answer.status()).isEqualTo(403);
        assertSaysNothing(answer);
        assertThat(answer.json().get("detail").asText()).contains("không có quyền");
    }

    @Test
    void encodedSlashesReachTheApplication_andAreNoPath() {
        for (String path : new String[] {
            "/engine-rest%2ftask", "/camunda/app/tasklist/..%2f..%2fsecurityFilterRules.json", "/api%5cv1%5centerprises",
            "/camunda/app/..%5c..%5capplication.yml", "/camunda/lib/..%2f..%2f..%2f..%2fapplication.yml",
            "/camunda/lib/%252e%252e%252fapplication.yml", "/engine-rest/task%2f..%2f..%2fapi"
        }) {
            Wire.Reply answer = wire.get(path, Wire.as("officer1"));
            assertThat(answer.status()).as(path).isIn(400, 401, 403, 404);
            assertSaysNothing(answer);
        }
    }
}
