package vn.outreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.outreach.testing.OutreachTest;

/** No address of /api/v1 answers a question that it did not understand. */
class KnownParametersTest extends OutreachTest {

    /** A user for each way of being let in. */
    private static final List<String> PEOPLE = List.of("officer1", "organisation", "admin");
    private static final Map<String, String> PLACES = Map.of(
            "taxCode", "0100047516", "id", "1", "year", "2026", "ref", "UV-2026-0001", "name", "giay-moi", "user", "officer1",
            "draft", "1", "account", "officer1", "period", "Q1");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    void whatIsNotKnownIsRefusedByName_onEveryAddress() throws Exception {
        Set<String> templates = controllers.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/calendar/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(templates).hasSizeGreaterThan(30);
        for (String template : templates) {
            HttpResponse<String> answer = ask(filled(template) + "?thisIsNoFilter=1");
            assertThat(answer.statusCode()).as(template + " " + answer.body()).isEqualTo(422);
            JsonNode problem = new ObjectMapper().readTree(answer.body());
            assertThat(problem.get("code").asText()).isEqualTo("field-unknown");
            assertThat(problem.get("field").asText()).isEqualTo("thisIsNoFilter");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/enterprises?met=false, met, responsibleMember", "/api/v1/outcomes?planYear=2026, planYear, enterprise",
        "/api/v1/enterprises?stage=SURVEYED&Zone=x, Zone, zone", "/api/v1/audit?users=x, users, subject"
    })
    void theSentenceSaysWhatIsKnown(String path, String unknown, String known) throws Exception {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("field").asText()).isEqualTo(unknown);
        assertThat(problem.get("detail").asText()).contains("“" + unknown + "”").contains(known);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/enterprises?stage=SURVEYED&size=1", "/api/v1/outcomes?phase=survey&size=1&sort=-id",
        "/api/v1/audit?user=officer1&page=0", "/api/v1/tasks?filter=mine&count=true"
    })
    void whatIsKnownIsAnswered(String path) throws Exception {
        assertThat(ask(path).statusCode()).isEqualTo(200);
    }

    private static String filled(String template) {
        String path = template;
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        assertThat(path).as("a value for each place in the path").doesNotContain("{");
        return path;
    }

    /** As the first whom the address is open to. */
    private HttpResponse<String> ask(String path) throws Exception {
        HttpResponse<String> answer = null;
        for (String user : PEOPLE) {
            String password = user.equals("admin") ? ADMIN_PASSWORD : user;
            String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
            answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + pair).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 403) {
                return answer;
            }
        }
        return answer;
    }
}
