package vn.outreach.register.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** That a candidate's paper exists: who writes it down, who reads it, and that there is nothing more to it. */
class CandidatePaperControllerTest {

    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Candidates candidates = new Candidates(database.jdbc(), CLOCK);
    private final CandidatePapers papers = new CandidatePapers(database.jdbc(), CLOCK);
    private final Api api = new Api();
    private final String ref;
    private final String path;

    CandidatePaperControllerTest() {
        var audit = AuditFixture.on(database, api, CLOCK);
        api.serving(new CandidatePaperController(papers, new CandidatePaperReader(papers, candidates, api, audit), candidates, api,
                audit, CLOCK));
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        ref = database.transaction().execute(status -> candidates.allocate(STEEL));
        path = "/api/v1/candidates/" + ref + "/papers";
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPaperIsARow_withTheplaceWhereItIsKept() {
        assertThat(api.post(path, "{\"type\": \"APPLICATION\", \"number\": \"37\", \"date\": \"2026-11-20\", \"keptAt\": \"Tủ 3, Ban Tổ chức\"}"))
                .hasStatus(201);
        assertThat(api.get(path)).bodyJson().extractingPath("$.items[0]").asMap()
                .containsEntry("label", "Đơn xin vào Đảng").containsEntry("keptAt", "Tủ 3, Ban Tổ chức")
                .containsEntry("recordedBy", "organisation").doesNotContainKeys("fileName", "sha256", "content");
        assertThat(papers.isThere(ref, CandidatePaperType.APPLICATION, null)).isTrue();
        assertThat(papers.isThere(ref, CandidatePaperType.CONSENT, null)).isFalse();
        assertThat(audit()).containsExactly("RESTRICTED_CHANGED " + ref + " APPLICATION", "RESTRICTED_READ " + ref + " -");
    }

    @Test
    void onlyWhoReadsTheCandidate_readsItsPapers_andTheCommitteeWritesNone() {
        api.post(path, "{\"type\": \"CONSENT\", \"keptAt\": \"Tủ 3\"}");
        assertThat(api.as("committee", "standingCommittee").get(path)).bodyJson().extractingPath("$.mayAdd").isEqualTo(false);
        assertRefused(api.post(path, "{\"type\": \"CONSENT\", \"keptAt\": \"Tủ 4\"}"), 403, "wrong-person", null);
        assertThat(api.as("cell", "cell0100047516").get(path)).hasStatusOk();
        assertThat(api.as("mobilecell", "mobileCell").get(path)).hasStatusOk();
        assertRefused(api.as("other", "cell3500101146").get(path), 404, "candidate-unknown", null);
        assertRefused(api.post(path, "{\"type\": \"CONSENT\", \"keptAt\": \"x\"}"), 404, "candidate-unknown", null);
        for (String group : new String[] {"outreachOfficers", "zoneUnion", "steeringBoard", "camunda-admin", "integrations", "heads"}) {
            assertRefused(api.as("somebody", group).get(path), 403, "wrong-person", null);
        }
    }

    @Test
    void thePaperSentTwiceIsOneRow() {
        String paper = "{\"type\": \"CONSENT\", \"number\": \"7\", \"date\": \"2026-11-20\", \"keptAt\": \"Tủ 3\"}";
        assertThat(api.post(path, paper)).hasStatus(201);
        assertThat(api.post(path, paper)).hasStatus(201).bodyJson().extractingPath("$.id").asNumber().isEqualTo((int) papers.of(ref).get(0).id());
        assertThat(papers.of(ref)).hasSize(1);
        api.post(path, paper.replace("Tủ 3", "Tủ 4"));
        assertThat(papers.of(ref)).hasSize(2);
    }

    @Test
    void whatIsWithdrawnStays_andCountsNoMore() {
        api.post(path, "{\"type\": \"CONSENT\", \"keptAt\": \"Tủ 3\"}");
        long id = papers.of(ref).get(0).id();
        assertRefused(api.post(path + "/" + id + "/withdrawal", "{}"), 422, "field-missing", "reason");
        assertThat(api.post(path + "/" + id + "/withdrawal", "{\"reason\": \"ghi nhầm\"}")).hasStatusOk();
        assertRefused(api.post(path + "/" + id + "/withdrawal", "{\"reason\": \"ghi nhầm\"}"), 409, "paper-withdrawn", null);
        assertThat(papers.of(ref)).hasSize(1);
        assertThat(papers.isThere(ref, CandidatePaperType.CONSENT, null)).isFalse();
    }

    @Test
    void aLockedFile_takesNoMore_andItsPapersAreErasedWithIt() {
        api.post(path, "{\"type\": \"CONSENT\", \"keptAt\": \"Tủ 3\"}");
        candidates.restrict(ref, LocalDate.of(2026, 11, 1), "WITHDREW");
        assertRefused(api.post(path, "{\"type\": \"APPLICATION\", \"keptAt\": \"Tủ 3\"}"), 409, "candidate-restricted", null);
        assertRefused(api.as("cell", "cell0100047516").get(path), 403, "wrong-person", null);
        candidates.eraseRestrictedBefore(LocalDate.of(2026, 11, 20));
        assertThat(database.jdbc().sql("select count(*) from candidate_paper").query(Integer.class).single()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"type\": \"PHOTO\", \"keptAt\": \"x\"}                          | field-choice  | type",
        "{\"type\": \"CONSENT\"}                                           | field-missing | keptAt",
        "{\"keptAt\": \"x\"}                                               | field-missing | type",
        "{\"type\": \"CONSENT\", \"keptAt\": \"x\", \"date\": \"2026-11-24\"} | date-future   | date",
        "{\"type\": \"CONSENT\", \"keptAt\": \"x\", \"content\": \"AAAA\"}    | field-unknown | content"})
    void whatIsWrong_isNamed(String json, String code, String field) {
        assertRefused(api.post(path, json), 422, code, field);
        assertThat(papers.of(ref)).isEmpty();
    }

    private java.util.List<String> audit() {
        return database.jdbc().sql("select action || ' ' || subject || ' ' || coalesce(property, '-') from audit order by id")
                .query(String.class).list();
    }
}
