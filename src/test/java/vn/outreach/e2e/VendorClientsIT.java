package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.exception.UnknownHttpErrorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.testing.NodeJs;

/** Camunda's own clients, unchanged, as an integrator has them, against the packaged application. */
class VendorClientsIT {

    @TempDir
    private static Path home;

    private static RunningApplication application;
    private static JsonNode whileStartingJs;
    private static RestException whileStartingJava;

    /** Both ask while it starts, and so meet 503 first. */
    @BeforeAll
    static void start() {
        NodeJs.fetchPackages();
        application = new RunningApplication(home).with("outreach.letter-worker.delay", "off");
        application.launch();
        CompletableFuture<JsonNode> js = CompletableFuture.supplyAsync(
                () -> VendorsJsWorker.run(application.address(), "integration", "integration", "none", 503));
        whileStartingJava = VendorsJavaWorker.meet(application.address(), "integration", "integration", 503);
        whileStartingJs = js.join();
        application.awaitOpen();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theClientForJavaScriptSendsALetter() {
        String taxCode = enterpriseWithALetter();
        JsonNode said = VendorsJsWorker.run(application.address(), "integration", "integration", taxCode, 0);
        assertThat(said.path("completed").asText()).as(said.toString()).isEqualTo(taxCode);
        assertSent(taxCode, "7-CV/JS");
    }

    @Test
    void theClientForJavaSendsALetter() {
        String taxCode = enterpriseWithALetter();
        VendorsJavaWorker.sendLetter(application.address(), "integration", taxCode);
        assertSent(taxCode, "7-CV/Java");
    }

    @Test
    void whileItStartsBothAreToldSo() {
        assertTold(whileStartingJs, 503, "khởi động");
        assertTold(whileStartingJava, 503, "khởi động");
    }

    /** Whoever goes on with a wrong password is told first that it is wrong, and then to wait. */
    @ParameterizedTest
    @CsvSource({
        "zoneunion2, wrong, 401, đăng nhập", "officer1, officer1, 403, không được dùng địa chỉ này", "youth, wrong, 429, thử lại sau"
    })
    void everyRefusalIsWhatItIs_forBoth(String user, String password, int status, String sentence) {
        assertTold(VendorsJsWorker.run(application.address(), user, password, "none", status), status, sentence);
        assertTold(VendorsJavaWorker.meet(application.address(), user, password, status), status, sentence);
    }

    private static void assertTold(JsonNode error, int status, String sentence) {
        assertThat(error.path("name").asText()).as(error.toString()).isEqualTo("EngineError");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("type").asText()).isNotBlank();
        assertThat(error.path("message").asText()).contains(sentence);
    }

    private static void assertTold(RestException error, int status, String sentence) {
        assertThat(error).isInstanceOf(UnknownHttpErrorException.class);
        assertThat(error.getHttpStatusCode()).isEqualTo(status);
        assertThat(error.getType()).isNotBlank();
        assertThat(error.getCode()).isNull();
        assertThat(error.getMessage()).contains(sentence);
    }

    private static String enterpriseWithALetter() {
        Rest officer = application.as("officer1");
        String taxCode = TaxCodes.next();
        officer.post("/api/v1/enterprises", Map.of("taxCode", taxCode, "name", "Thép Sóng Đông", "zone", "Phú Mỹ I",
                "sector", "thép", "ownership", "DOMESTIC", "workers", 600, "responsibleMember", "officer1")).ok();
        officer.startCase(taxCode).ok();
        String task = officer.tasks(taxCode).get(0).get("id").asText();
        String day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        officer.complete(task, Map.of("surveyDate", day, "surveyMethod", "VISIT")).ok();
        return taxCode;
    }

    /** The worker's answer is in the ledger, and the case is at the next step. */
    private static void assertSent(String taxCode, String number) {
        Rest officer = application.as("officer1");
        JsonNode rows = officer.get("/api/v1/outcomes?enterprise=" + taxCode + "&step=sendOfficialLetter").ok().json().get("items");
        assertThat(rows).as("rows of the letter of %s", taxCode).hasSize(1);
        assertThat(rows.get(0).get("source").asText()).isEqualTo("WORKER");
        assertThat(officer.tasks(taxCode).get(0).get("taskDefinitionKey").asText()).isEqualTo("userTask_conductSurvey");
    }
}
