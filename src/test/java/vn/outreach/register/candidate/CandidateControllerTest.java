package vn.outreach.register.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

class CandidateControllerTest {

    private static final String PATH = "/api/v1/candidates";
    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Candidates candidates = new Candidates(database.jdbc(), CLOCK);
    private final List<String> changed = new ArrayList<>();
    private final Api api = new Api();

    CandidateControllerTest() {
        CandidateChanges listener = changed::add;
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("changes", listener);
        api.serving(new CandidateController(candidates, RegisterFixture.on(database, CLOCK),
                beans.getBeanProvider(CandidateChanges.class), api, AuditFixture.on(database, api, CLOCK), CLOCK));
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void references_countWithinTheYear() {
        assertThat(post()).isEqualTo("UV-2026-0001");
        api.as("organisation2", "organisationBoard");
        assertThat(post()).isEqualTo("UV-2026-0002");

        Clock nextYear = Clock.fixed(Instant.parse("2026-12-31T17:00:00Z"), OutreachApplication.ZONE.toZoneId());
        assertThat(new Candidates(database.jdbc(), nextYear).allocate(STEEL)).isEqualTo("UV-2027-0001");
        api.as("organisation3", "organisationBoard");
        assertThat(post()).isEqualTo("UV-2026-0003");
    }

    @Test
    void aReferenceAskedForTwice_isOne_untilItIsUsed() {
        String first = post();
        assertThat(post()).as("sent again, because no answer came").isEqualTo(first);
        api.put(PATH + "/" + first, "{\"name\": \"Lê Thị Sao\"}");
        String second = post();
        assertThat(second).isNotEqualTo(first);
        database.jdbc().sql("update candidate set created_at = timestamp '2026-11-23 09:00:00', updated_at = timestamp '2026-11-23 09:00:00'").update();
        assertThat(post()).as("long after").isNotEqualTo(second);
    }

    @Test
    @Tag("both-databases")
    void candidatesIntroducedAtOnce_getReferencesOfTheirOwn() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        Callable<String> introduce = () -> database.transaction().execute(status -> candidates.allocate(STEEL));
        Set<String> references = clients.invokeAll(Stream.generate(() -> introduce).limit(24).toList()).stream()
                .map(CandidateControllerTest::result).collect(Collectors.toSet());
        clients.shutdown();

        assertThat(references).hasSize(24).contains("UV-2026-0001", "UV-2026-0024");
    }

    @Test
    void beforeConsent_onlyNameAndContactAreKept() {
        String ref = post();

        assertRefused(api.put(PATH + "/" + ref, "{\"name\": \"Lê Thị Sao\", \"citizen\": true}"), 422,
                "consent-missing", "citizen");
        assertThat(candidates.require(ref).name()).isNull();
        assertThat(api.put(PATH + "/" + ref, "{\"name\": \"Lê Thị Sao\", \"contact\": \"xưởng 2\"}")).hasStatusOk();
        assertThat(candidates.require(ref).name()).isEqualTo("Lê Thị Sao");
        assertThat(changed).containsExactly(ref);
    }

    @Test
    void afterConsent_theFileIsFilledStepByStep() {
        String ref = withConsent();
        api.put(PATH + "/" + ref, "{\"name\": \"Lê Thị Sao\", \"contact\": \"xưởng 2\"}");

        assertThat(api.put(PATH + "/" + ref, """
                {"birthMonth": "1998-04", "schooling": "THCS_DEGREE", "certificateDate": "2025-03-01", "citizen": true,
                 "isOwner": false, "readmission": false, "inYouthUnion": true, "inUnion": true}""")).hasStatusOk();

        assertThat(api.get(PATH + "/" + ref)).bodyJson().isStrictlyEqualTo("""
                {"candidateRef": "UV-2026-0001", "enterpriseCode": "0100047516", "name": "Lê Thị Sao",
                 "contact": "xưởng 2", "birthMonth": "1998-04", "schooling": "THCS_DEGREE",
                 "certificateDate": "2025-03-01", "citizen": true, "isOwner": false, "readmission": false,
                 "inYouthUnion": true, "inUnion": true, "consentGivenOn": "2026-11-20", "fileOpenedOn": null,
                 "restrictedSince": null, "restrictedReason": null}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"birthMonth\": \"04/1998\"}            | field-type    | birthMonth",
        "{\"birthMonth\": \"1998-13\"}            | field-type    | birthMonth",
        "{\"birthMonth\": \"2026-12\"}            | field-range   | birthMonth",
        "{\"schooling\": \"NONE\"}                | field-choice  | schooling",
        "{\"certificateDate\": \"2026-11-24\"}    | date-future   | certificateDate",
        "{\"citizen\": \"yes\"}                   | field-type    | citizen",
        "{\"idNumber\": \"001\"}                  | field-unknown | idNumber"})
    void aWrongField_isNamedAndChangesNothing(String body, String code, String field) {
        String ref = withConsent();
        Candidate before = candidates.require(ref);

        assertRefused(api.put(PATH + "/" + ref, body), 422, code, field);

        assertThat(candidates.require(ref)).isEqualTo(before);
        assertThat(changed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobileCell", "cell0100047516", "organisationBoard"})
    void theCellsAndTheBoard_keepTheFile(String group) {
        String ref = post();
        api.as("somebody", group);

        assertThat(api.put(PATH + "/" + ref, "{\"name\": \"Lê Thị Sao\"}")).hasStatusOk();
        assertThat(api.get(PATH + "/" + ref)).hasStatusOk();
    }

    @Test
    void theStandingCommittee_onlyReads() {
        String ref = post();
        api.as("committee", "standingCommittee");

        assertThat(api.get(PATH + "/" + ref)).hasStatusOk();
        assertRefused(api.put(PATH + "/" + ref, "{}"), 403, "wrong-person", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outreachOfficers", "zoneUnion", "steeringBoard", "integrations", "camunda-admin"})
    void nobodyElse_seesACandidate(String group) {
        String ref = post();
        api.as("somebody", group);

        assertRefused(api.get(PATH + "/" + ref), 403, "wrong-person", null);
        assertRefused(api.get(PATH + "/UV-2026-9999"), 403, "wrong-person", null);
        assertRefused(api.put(PATH + "/" + ref, "{}"), 403, "wrong-person", null);
    }

    @Test
    void anotherEnterprisesCell_findsNoSuchCandidate() {
        String ref = post();
        api.as("somebody", "cell0100233488");

        assertRefused(api.get(PATH + "/" + ref), 404, "candidate-unknown", null);
        assertRefused(api.put(PATH + "/" + ref, "{\"name\": \"x\"}"), 404, "candidate-unknown", null);
        assertRefused(api.get(PATH + "/UV-2026-9999"), 404, "candidate-unknown", null);
        assertRefused(api.post(PATH, "{\"enterpriseCode\": \"%s\"}".formatted(STEEL)), 403, "wrong-person", null);
        assertThat(candidates.require(ref).name()).isNull();
    }

    @Test
    void aRestrictedFile_isClosedToAllButTheBoard() {
        String ref = withConsent();
        candidates.restrict(ref, LocalDate.of(2026, 11, 22), "WITHDRAWN");

        assertThat(api.get(PATH + "/" + ref)).hasStatusOk();
        assertRefused(api.put(PATH + "/" + ref, "{\"name\": \"x\"}"), 409, "candidate-restricted", null);
        assertRefused(api.as("mobilecell", "mobileCell").get(PATH + "/" + ref), 403, "wrong-person", null);
    }

    @Test
    void anErasedCandidate_isGoneAndTheReferenceIsNotGivenAgain() {
        candidates.erase(post());

        assertRefused(api.get(PATH + "/UV-2026-0001"), 404, "candidate-unknown", null);
        assertThat(post()).isEqualTo("UV-2026-0002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                     | field-missing      | enterpriseCode",
        "{\"enterpriseCode\": \"0100233488\"}   | enterprise-unknown | enterpriseCode"})
    void aReferenceNeedsAnEnterprise(String body, String code, String field) {
        assertRefused(api.post(PATH, body), 422, code, field);
    }

    @Test
    void whoIsNoPartOfIt_introducesNobody() {
        assertRefused(api.as("youth", "youthUnion").post(PATH, "{}"), 403, "wrong-person", null);
    }

    @Test
    void aCandidateInALog_isTheReferenceAlone() {
        String ref = post();
        api.put(PATH + "/" + ref, "{\"name\": \"Lê Thị Sao\"}");

        assertThat(candidates.require(ref)).hasToString(ref);
    }

    private String post() {
        assertThat(api.post(PATH, "{\"enterpriseCode\": \"%s\"}".formatted(STEEL))).hasStatus(201);
        return database.jdbc().sql("select max(ref) from candidate where ref like 'UV-2026-%'").query(String.class).single();
    }

    private String withConsent() {
        String ref = post();
        candidates.giveConsent(ref, LocalDate.of(2026, 11, 20));
        return ref;
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
