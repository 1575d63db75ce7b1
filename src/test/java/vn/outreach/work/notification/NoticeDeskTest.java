package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.outreach.base.delivery.NotDelivered;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.web.Api;
import vn.outreach.work.notification.Notification.State;

/** The list of all notices: who sees it and acts on it, what it says, and what became of a notice that was acted on. */
@Tag("both-databases")
class NoticeDeskTest {

    private static final String DESK = "/api/v1/notices";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutboxOnTest outbox = new OutboxOnTest();
    private final Api api = new Api();
    private long failed;
    private long refused;
    private long admission;

    @BeforeEach
    void oneNoticeOfEachFate() throws Exception {
        outbox.person("secretary", "Lê Văn Cường");
        outbox.people.remove("nobody");
        outbox.assign("task-1", "officer1");
        outbox.assign("task-2", "officer2");
        outbox.assign("task-3", "nobody");
        outbox.enqueue(NotificationMessage.taskAssigned(
                new NotificationSubject("admission-task", "3500101146", "Công ty Kín", "memberAdmission", "pi-2", "admission-task"),
                "Chi bộ biểu quyết", null), "secretary");
        outbox.collected();
        NotificationDispatcher failing = outbox.dispatcher(mail -> {
            throw mail.to().id().equals("officer2")
                    ? new NotDelivered(NotDelivered.Cause.ADDRESS_REFUSED, "Máy chủ thư không nhận địa chỉ này: 550 5.1.1 không có hộp thư", null)
                    : new NotDelivered(NotDelivered.Cause.REFUSED, "Máy chủ thư từ chối: 554 5.6.0", null);
        });
        for (int i = 0; i < outbox.settings.maxRefusals(); i++) {
            failing.dispatch();
            outbox.clock.forward(Duration.ofHours(1));
        }
        failed = id("officer1");
        refused = id("officer2");
        admission = id("secretary");
        api.serving(new NoticeDeskController(outbox.desk,
                ids -> ids.stream().filter(outbox.people::containsKey).collect(Collectors.toMap(id -> id, id -> outbox.people.get(id).displayName())),
                api, AuditFixture.on(outbox.database, api, outbox.clock)));
        api.as("admin", "camunda-admin");
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    // --- who -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"outreachOfficers", "organisationBoard", "steeringBoard", "standingCommittee", "zoneUnion", "mobileCell", "heads"})
    void nobodyElseReadsIt(String unit) {
        api.as("somebody", unit);
        assertRefused(api.get(DESK), 403, "wrong-person", null);
    }

    @Test
    void theOfficeReads_andOnlyAdministratorsAct() throws Exception {
        api.as("office", "committeeOffice");
        assertThat(found("").get("mayAct").asBoolean()).isFalse();
        assertRefused(api.post(DESK + "/retry", "{\"ids\":[%d]}".formatted(failed)), 403, "wrong-person", null);
        assertRefused(api.post(DESK + "/set-aside", "{\"ids\":[%d],\"reason\":\"Cũ\"}".formatted(failed)), 403, "wrong-person", null);
        assertThat(state(failed)).isEqualTo(State.FAILED);
        api.as("admin", "camunda-admin");
        assertThat(found("").get("mayAct").asBoolean()).isTrue();
    }

    // --- what it says ---------------------------------------------------------------------------------------------------

    @Test
    void aNoticeSaysWhomItIsFor_whereItStands_andWhatTheServerSaid() throws Exception {
        JsonNode line = line(refused, found(""));
        assertThat(line.get("person").toString()).isEqualTo("{\"id\":\"officer2\",\"name\":\"Trần Văn Bình\"}");
        assertThat(line.get("template").asText()).isEqualTo("task-assigned");
        assertThat(line.get("state").asText()).isEqualTo("ADDRESS_REFUSED");
        assertThat(line.get("lastError").asText()).contains("550 5.1.1 không có hộp thư");
        assertThat(line.get("about").asText()).startsWith("Việc mới – Khảo sát doanh nghiệp: Công ty TNHH Minh Long");
        assertThat(line.get("attempts").asInt()).isEqualTo(1);
        assertThat(line.get("createdAt").asText()).isEqualTo("2026-11-23T09:00:00+07:00");
        assertThat(line(failed, found("")).get("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void ofAnAdmissionItSaysNothingButForWhomAndWhere() throws Exception {
        JsonNode line = line(admission, found(""));
        assertThat(line.get("state").asText()).isEqualTo("FAILED");
        assertThat(line.get("person").get("id").asText()).isEqualTo("secretary");
        assertThat(line.get("about").isNull()).isTrue();
        assertThat(line.get("taxCode").isNull()).isTrue();
        assertThat(line.toString()).doesNotContain("Công ty Kín", "3500101146", "biểu quyết");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"state=FAILED | officer1 secretary", "state=ADDRESS_REFUSED,WAITING_ADDRESS | officer2 nobody",
        "template=task-assigned&state=FAILED | officer1 secretary", "template=incident | ''", "person=officer2 | officer2",
        "olderThan=3&person=officer1 | officer1", "olderThan=4 | ''", "state=SENT | ''"})
    void itIsFilteredByState_template_personAndAge(String query, String people) throws Exception {
        assertThat(people(found("?" + query))).containsExactlyInAnyOrder(people.isBlank() ? new String[0] : people.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"state=LOST, state, field-choice", "template=poem, template, field-choice", "olderThan=-1, olderThan, field-range",
        "size=0, size, field-range", "after=x, after, field-type"})
    void whatCannotBeAskedIsRefused(String query, String field, String code) {
        assertRefused(api.get(DESK + "?" + query), 422, code, field);
    }

    @Test
    void itsCountsAreOfAllStatesOfWhichThereAreFew_andItsPagesFollowEachOther() throws Exception {
        Map<String, Integer> counts = JSON.convertValue(found("?counts=true&state=SENT").get("counts"), Map.class);
        assertThat(counts).isEqualTo(Map.of("FAILED", 2, "ADDRESS_REFUSED", 1, "WAITING_ADDRESS", 1, "PENDING", 0, "SENDING", 0, "SET_ASIDE", 0));
        assertThat(found("").get("counts").isNull()).isTrue();

        JsonNode first = found("?size=3");
        assertThat(first.get("items")).hasSize(3);
        assertThat(first.get("hasMore").asBoolean()).isTrue();
        JsonNode second = found("?size=3&after=" + first.get("next").asText());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("hasMore").asBoolean()).isFalse();
        assertThat(first.get("items").get(0).get("id").asLong()).as("the newest first").isGreaterThan(second.get("items").get(0).get("id").asLong());
    }

    // --- what is done with it -------------------------------------------------------------------------------------------

    @Test
    void retryOfSomeSendsThose_andOneAudit() throws Exception {
        assertThat(changed(api.post(DESK + "/retry", "{\"ids\":[%d,%d]}".formatted(failed, refused)))).isEqualTo(2);
        outbox.dispatcher().dispatch();
        assertThat(state(failed)).isEqualTo(State.SENT);
        assertThat(state(refused)).as("the mark is gone with the try").isEqualTo(State.SENT);
        assertThat(state(admission)).isEqualTo(State.FAILED);
        assertThat(audits()).containsExactly("REPAIRED retry %d, %d".formatted(failed, refused));
        assertRefused(api.post(DESK + "/retry", "{\"ids\":[%d]}".formatted(failed)), 409, "nothing-waits", null);
    }

    @Test
    void retryOfAllThatFailedTakesAdmissionsToo_asFarAsTheFiltersGo() throws Exception {
        assertRefused(api.post(DESK + "/retry", "{\"all\":\"FAILED\",\"person\":\"officer2\"}"), 409, "nothing-waits", null);
        assertThat(changed(api.post(DESK + "/retry", "{\"all\":\"FAILED\"}"))).isEqualTo(2);
        outbox.dispatcher().dispatch();
        assertThat(List.of(state(failed), state(admission))).containsOnly(State.SENT);
        assertThat(changed(api.post(DESK + "/retry", "{\"all\":\"ADDRESS_REFUSED\"}"))).isEqualTo(1);
    }

    @Test
    void setAsideNeedsAReason_isShownWithIt_andCanBeTakenBack() throws Exception {
        assertRefused(api.post(DESK + "/set-aside", "{\"ids\":[%d]}".formatted(failed)), 422, "field-missing", "reason");
        assertThat(changed(api.post(DESK + "/set-aside", "{\"ids\":[%d],\"reason\":\"Đã báo qua điện thoại\"}".formatted(failed)))).isEqualTo(1);
        JsonNode line = line(failed, found(""));
        assertThat(line.get("state").asText()).isEqualTo("SET_ASIDE");
        assertThat(line.get("setAside").asText()).isEqualTo("Đã báo qua điện thoại");
        assertThat(line.get("lastError").asText()).contains("554 5.6.0");
        assertThat(audits()).containsExactly("REPAIRED setAside Đã báo qua điện thoại");
        outbox.clock.forward(Duration.ofDays(30));
        outbox.dispatcher().dispatch();
        assertThat(state(failed)).isEqualTo(State.SET_ASIDE);
        assertThat(outbox.bell.of("officer1").unread()).as("the bell has it still").isEqualTo(1);

        changed(api.post(DESK + "/retry", "{\"ids\":[%d]}".formatted(failed)));
        outbox.dispatcher().dispatch();
        assertThat(state(failed)).isEqualTo(State.SENT);
        assertThat(line(failed, found("")).get("setAside").isNull()).isTrue();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertRefused(api.post(DESK + "/retry", "{}"), 422, "field-missing", "ids");
        assertRefused(api.post(DESK + "/retry", "{\"ids\":[]}"), 422, "field-missing", "ids");
        assertRefused(api.post(DESK + "/retry", "{\"ids\":[\"x\"]}"), 422, "field-type", "ids");
        assertRefused(api.post(DESK + "/retry", "{\"all\":\"SENT\"}"), 422, "field-choice", "all");
        assertRefused(api.post(DESK + "/retry", "{\"all\":\"FAILED\",\"ids\":[1]}"), 422, "field-range", "ids");
        assertRefused(api.post(DESK + "/retry", "{\"id\":1}"), 422, "field-unknown", "id");
        String many = IntStream.rangeClosed(1, 501).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertRefused(api.post(DESK + "/retry", "{\"ids\":[" + many + "]}"), 422, "field-range", "ids");
    }

    @Test
    void thePageHasANameForEachKind() throws Exception {
        String page = Files.readString(Path.of("src/main/resources/static/app/pages/notices.js"));
        assertThat(Arrays.stream(NotificationTemplate.values()).filter(template -> template != NotificationTemplate.DIGEST)
                .map(NotificationTemplate::fileName)).allMatch(name -> page.contains("  '" + name + "': t(") || page.contains("  " + name + ": t("));
        assertThat(Arrays.stream(State.values()).map(State::name)).allMatch(name -> page.contains("  " + name + ": t("));
    }

    // --- the person whose address it is ---------------------------------------------------------------------------------

    @Test
    void whoseAddressIsRefusedIsToldSo_untilThereIsAnother() {
        OwnMail own = outbox.ownMail();
        assertThat(own.refused("officer1")).isNull();
        assertThat(own.refused("officer2")).satisfies(refusal -> {
            assertThat(refusal.address()).isEqualTo("officer2@example.vn");
            assertThat(refusal.answer()).contains("550 5.1.1");
            assertThat(refusal.since().toString()).startsWith("2026-11-23T09:00");
        });
        outbox.people.put("officer2", new vn.outreach.security.identity.Addresses.Person("officer2", "Trần Văn Bình", "binh@example.vn"));
        assertThat(own.refused("officer2")).isNull();
    }

    @Test
    void ofWhatAServerRepeatsOfAMailNothingIsKept() {
        assertThat(MailRedaction.answer("554 spam: Xét kết nạp UV-2026-0001")).doesNotContain("kết nạp", "UV-");
        assertThat(MailRedaction.answer("550 5.1.1 user unknown")).isEqualTo("550 5.1.1 user unknown");
    }

    // --------------------------------------------------------------------------------------------------------------------

    private long id(String person) {
        return outbox.rows().stream().filter(row -> row.recipient().equals(person)).findFirst().orElseThrow().id();
    }

    private State state(long id) {
        return outbox.records.find(id).orElseThrow().state();
    }

    private JsonNode found(String query) throws Exception {
        MvcTestResult answer = api.get(DESK + query);
        assertThat(answer).hasStatusOk();
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static JsonNode line(long id, JsonNode found) {
        return StreamSupport.stream(found.get("items").spliterator(), false).filter(line -> line.get("id").asLong() == id).findFirst().orElseThrow();
    }

    private static List<String> people(JsonNode found) {
        return StreamSupport.stream(found.get("items").spliterator(), false).map(line -> line.get("person").get("id").asText()).toList();
    }

    private static int changed(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return JSON.readTree(answer.getResponse().getContentAsByteArray()).get("changed").asInt();
    }

    private List<String> audits() {
        return outbox.database.jdbc().sql("select action || ' ' || property || ' ' || coalesce(new_value, old_value) from audit order by id")
                .query(String.class).list();
    }
}
