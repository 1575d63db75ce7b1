package vn.outreach.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.io.StringWriter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

@Tag("both-databases")
class AuditControllerTest {

    private static final String PATH = "/api/v1/audit";
    private static final String ADMINISTRATORS = "camunda-admin";

    private final TestDatabase database = TestDatabase.migrated();
    private final Api api = new Api();
    private final AuditRows rows = AuditFixture.rows(database);
    private final AuditSearch search = new AuditSearch(database.jdbc());
    private final AuditController controller =
            new AuditController(search, rows, new AuditCheck(rows, search), on("2026-11-25T01:00:00Z"), api);

    AuditControllerTest() {
        api.serving(controller).as("officer1", "outreachOfficers");
        // 23:59 and 0:01 in the office: two days.
        on("2026-11-22T16:59:00Z").record(AuditEntry.of(AuditAction.LOGIN, "User", "officer1"));
        on("2026-11-22T17:01:00Z").record(
                AuditEntry.of(AuditAction.ASSIGNED, "Task", "t-1").changing("assignee", "officer1", "officer2"));
        on("2026-11-24T02:00:00Z").record(AuditEntry.of(AuditAction.LOGIN_REFUSED, "User", "=1+1").by("=1+1"));
        api.as("admin", ADMINISTRATORS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theNewest_comeFirst() {
        assertThat(api.get(PATH)).hasStatusOk().bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(3, 2, 1);
        assertThat(api.get(PATH + "?action=ASSIGNED")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": 2, "recordedAt": "2026-11-23T00:01:00+07:00", "user": "officer1", "address": null,
                  "action": "ASSIGNED", "subjectType": "Task", "subject": "t-1", "property": "assignee",
                  "oldValue": "officer1", "newValue": "officer2"}], "page": 0, "size": 50, "total": 1}""");
    }

    @ParameterizedTest
    @CsvSource({
        "user=officer1, 2", "action=LOGIN, 1", "subject=t-1, 1", "from=2026-11-23, 2", "to=2026-11-22, 1",
        "from=2026-11-23&to=2026-11-23, 1", "user=officer1&action=LOGIN_REFUSED, 0", "user=' or 1=1, 0"})
    void rowsAreFiltered(String query, int found) {
        assertThat(api.get(PATH + "?" + query)).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(found);
    }

    @Test
    void rowsComeInPages() {
        assertThat(api.get(PATH + "?sort=recordedAt&size=2&page=1")).hasStatusOk().bodyJson()
                .extractingPath("$.items[*].id").asArray().containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({"action=NOTHING, field-choice, action", "from=yesterday, field-type, from", "size=501, field-range, size",
        "sort=hash, field-choice, sort"})
    void whatCannotBeAsked_isNamed(String query, String code, String field) {
        assertRefused(api.get(PATH + "?" + query), 422, code, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/export", "/check"})
    void nobodyButAdministrators_readsIt(String path) {
        for (String group : List.of("outreachOfficers", "organisationBoard", "standingCommittee", "steeringBoard",
                "integrations", "heads")) {
            assertRefused(api.as("somebody", group).get(PATH + path), 403, "wrong-person", null);
        }
        assertThat(rows.end().id()).as("nothing was exported").isEqualTo(3);
        assertThat(api.as("admin", ADMINISTRATORS).get(PATH + path)).hasStatusOk();
    }

    @Test
    void theCheck_saysHowManyRowsAreAsTheyWere() {
        assertThat(api.get(PATH + "/check")).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"intact\": true, \"rows\": 3}");

        database.jdbc().sql("drop trigger audit_append_only" + (TestDatabase.isPostgres() ? " on audit" : "")).update();
        database.jdbc().sql("update audit set user_id = 'officer2' where id = 2").update();

        assertThat(api.get(PATH + "/check")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"intact": false, "firstBrokenId": 2, "reason": "Nội dung dòng số 2 đã bị sửa."}""");
    }

    @Test
    void theFile_isReadByOfficePrograms_runsNothing_andTellsOfItself() throws UnsupportedEncodingException {
        MvcTestResult answer = api.get(PATH + "/export?from=2026-11-23");

        assertThat(answer).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .hasHeader("Content-Type", "text/csv;charset=UTF-8");
        String file = answer.getMvcResult().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFF\"Số\",\"Thời điểm\",");
        String[] lines = file.split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).startsWith("\"2\",\"2026-11-23T00:01+07:00\",\"officer1\",,\"ASSIGNED\",\"Task\",\"t-1\"");
        assertThat(lines[2]).contains("\"'=1+1\",,\"LOGIN_REFUSED\",\"User\",\"'=1+1\"");
        assertThat(lines[3]).contains("\"admin\",,\"EXPORTED\",\"Audit\",,\"filter\",,\"from=2026-11-23\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "a\"b,c"})
    void anyText_staysText(String text) {
        StringWriter file = new StringWriter();
        on("2026-11-24T03:00:00Z").record(AuditEntry.of(AuditAction.LOGIN, "User", text));

        controller.write(new AuditSearch.Filter(null, null, text, null, null), file);

        String field = "\"" + ("=+-@".indexOf(text.charAt(0)) >= 0 ? "'" : "") + text.replace("\"", "\"\"") + "\"";
        assertThat(file.toString()).contains("\"User\"," + field + ",");
    }

    /** A reader that stops after the first row has made the database give one chunk, not all. */
    @Test
    void rowsAreReadWhileTheyAreWritten() {
        int chunks = 3;
        AuditTrail trail = on("2026-11-24T03:00:00Z");
        database.transaction().executeWithoutResult(status -> {
            for (int i = 0; i < chunks * AuditSearch.CHUNK; i++) {
                trail.record(AuditEntry.of(AuditAction.REPAIRED, "Job", "j-" + i));
            }
        });
        long all = rows.end().lastId();
        List<Long> read = new ArrayList<>();

        search.each(AuditSearch.Filter.NONE, all, row -> {
            if (read.isEmpty()) {
                // What is cut off behind the first chunk is not in memory yet: it does not come.
                cutOffAfter(AuditSearch.CHUNK);
            }
            read.add(row.id());
        });

        assertThat(all).isEqualTo(3 + chunks * AuditSearch.CHUNK);
        assertThat(read).hasSize(AuditSearch.CHUNK).isSorted();
    }

    private void cutOffAfter(long id) {
        database.jdbc().sql("drop trigger audit_append_only" + (TestDatabase.isPostgres() ? " on audit" : "")).update();
        database.jdbc().sql("delete from audit where id > ?").param(id).update();
    }

    private AuditTrail on(String moment) {
        return AuditFixture.on(database, api, Clock.fixed(Instant.parse(moment), OutreachApplication.ZONE.toZoneId()));
    }
}
