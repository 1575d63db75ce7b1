package vn.outreach.register.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.outreach.register.zone.ZonesFixture;
import vn.outreach.OutreachApplication;
import vn.outreach.register.ledger.EarlierStepsFixture;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

@Tag("both-databases")
class EnterpriseControllerTest {

    private static final String PATH = "/api/v1/enterprises";
    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488-001";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final List<String> changes = new ArrayList<>();
    private final List<OpenTask> tasks = new ArrayList<>();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final Api api = new Api();

    EnterpriseControllerTest() {
        StaticListableBeanFactory others = new StaticListableBeanFactory();
        others.addBean("contacts", new Calls());
        EnterpriseService service = new EnterpriseService(enterprises, MembersFixture.whoMay(user -> user.startsWith("officer")),
                (taxCode, before, after) -> changes.add(taxCode + " " + before + " " + after), SystemsFixture.workUnits(), ZonesFixture.on(database), CLOCK);
        api.serving(new EnterpriseController(enterprises, service, new EnterpriseSearch(database.jdbc()),
                new Timeline(database.jdbc(), EarlierStepsFixture.on(database), taxCode -> tasks, others.getBeanProvider(TimelineSource.class)), api));
    }

    /** Another package, whose only entry has its reader's name. */
    private static final class Calls implements TimelineSource {

        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.CONTACT;
        }

        @Override
        public boolean isFor(CurrentUser reader) {
            return !reader.in("zoneUnion");
        }

        @Override
        public List<TimelineEntry> of(String taxCode, CurrentUser reader) {
            return List.of(new TimelineEntry(kind(), OffsetDateTime.parse("2026-11-21T08:00:00+07:00"), "1", null, "CALL",
                    "giám đốc: hẹn gặp", "3", null, null, reader.id()));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEnterprise_isRegisteredAndRead() {
        assertThat(api.post(PATH, steel())).hasStatus(201).hasHeader("Location", PATH + "/" + STEEL)
                .bodyJson().extractingPath("$.stage").isEqualTo("REGISTERED");

        assertThat(api.get(PATH + "/" + STEEL)).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.name", name -> assertThat(name).isEqualTo("CP Thép “Sóng Đông” <A&B> \uD83D\uDE00"))
                .hasPathSatisfying("$.ownership", ownership -> assertThat(ownership).isEqualTo("FDI"))
                .hasPathSatisfying("$.createdAt",
                        at -> assertThat(at).isEqualTo("2026-11-23T10:04:05.678+07:00"));
    }

    @Test
    void aKnownTaxCode_isAConflict() {
        api.post(PATH, steel());

        assertRefused(api.post(PATH, steel()), 409, "enterprise-exists", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                           | field-missing | taxCode",
        "{\"taxCode\": \"0100047517\"}                                | tax-code      | taxCode",
        "{\"taxCode\": 100047516}                                     | field-type    | taxCode",
        "{\"taxCode\": \"0100047516\"}                                | field-missing | name",
        "{\"taxCode\": \"0100047516\", \"size\": 1}                   | field-unknown | size"})
    void aRegistrationThatLacksSomething_isRefused(String body, String code, String field) {
        assertRefused(api.post(PATH, body), 422, code, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"workers\": -1}                                             | field-range   | workers",
        "{\"workers\": \"many\"}                                       | field-type    | workers",
        "{\"workers\": 1.5}                                            | field-type    | workers",
        "{\"workers\": 1.000}                                          | field-type    | workers",
        "{\"workers\": 12.000}                                         | field-type    | workers",
        "{\"workers\": 1e30}                                           | field-range   | workers",
        "{\"workers\": null}                                           | field-missing | workers",
        "{\"workers\": 300}                                            | field-range   | workers",
        "{\"unionMembers\": 1251}                                      | field-range   | unionMembers",
        "{\"fullMembers\": 1251}                                       | field-range   | fullMembers",
        "{\"fullMembers\": 2, \"willingFullMembers\": 3}               | field-range   | willingFullMembers",
        "{\"fullMembers\": 800, \"probationaryMembers\": 500}          | field-range   | probationaryMembers",
        "{\"youthBranches\": 302}                                     | field-range   | youthBranches",
        "{\"youthBranches\": 1001}                                    | field-range   | youthBranches",
        "{\"workers\": 1000001}                                       | field-range   | workers",
        "{\"name\": \"\\u00a0\\u200b\"}                               | field-missing | name",
        "{\"ownership\": \"STATE\"}                                    | field-choice  | ownership",
        "{\"ownerLanguage\": \"fr\"}                                   | field-choice  | ownerLanguage",
        "{\"legalPerson\": \"yes\"}                                    | field-type    | legalPerson",
        "{\"surveyedOn\": \"2026-11-24\"}                              | date-future   | surveyedOn",
        "{\"surveyedOn\": \"24.11.2026\"}                              | field-type    | surveyedOn",
        "{\"surveyedOn\": \"1026-11-24\"}                              | field-range   | surveyedOn",
        "{\"responsibleMember\": \"nobody\"}                           | field-choice  | responsibleMember",
        "{\"responsibleMember\": \"integration\"}                      | field-choice  | responsibleMember",
        "{\"name\": \" \"}                                             | field-missing | name",
        "{\"name\": \"a\\u0000b\"}                                     | field-type    | name",
        "{\"name\": \"a\\ud800b\"}                                     | field-type    | name",
        "{\"taxCode\": \"0100233488\"}                                 | tax-code      | taxCode",
        "{\"closedOn\": \"2026-11-20\"}                                | field-unknown | closedOn"})
    void aWrongChange_isNamedAndChangesNothing(String body, String code, String field) {
        api.post(PATH, steel());
        api.patch(PATH + "/" + STEEL, "{\"youthUnionMembers\": 301}");
        Enterprise before = enterprises.require(STEEL);

        assertRefused(api.patch(PATH + "/" + STEEL, body), 422, code, field);

        assertThat(enterprises.require(STEEL)).isEqualTo(before);
    }

    @Test
    void namesCountCharactersAsPeopleDo() {
        api.post(PATH, steel());

        assertThat(api.patch(PATH + "/" + STEEL, "{\"name\": \"%s\"}".formatted("\uD83D\uDE00".repeat(255)))).hasStatusOk();
        assertThat(api.patch(PATH + "/" + STEEL, "{\"name\": \"%s\"}".formatted("e\u0302\u0301".repeat(255)))).hasStatusOk();
        assertThat(enterprises.require(STEEL).name()).isEqualTo("ế".repeat(255));
        assertRefused(api.patch(PATH + "/" + STEEL, "{\"name\": \"%s\"}".formatted("a".repeat(256))), 422,
                "field-range", "name");
    }

    @Test
    void halfDoneEnterprises_canBeginWhereTheyAre() {
        api.post(PATH, steel());

        assertThat(api.patch(PATH + "/" + STEEL, """
                {"surveyedOn": "2026-05-01", "accessibility": "EASY", "legalPerson": true,
                 "unionRecognisedOn": "2020-01-01", "unionMembers": 1180, "youthUnionMembers": 46, "youthBranches": 2,
                 "youthUnionFoundedOn": "2021-01-01", "fullMembers": 5, "probationaryMembers": 1,
                 "willingFullMembers": 4, "ownerAgreedOn": "2026-06-01", "ownerLanguage": "ko",
                 "cellFoundedOn": "2026-07-01"}""")).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.stage", stage -> assertThat(stage).isEqualTo("CELL_FOUNDED"))
                .hasPathSatisfying("$.ownerLanguage", language -> assertThat(language).isEqualTo("ko"))
                .hasPathSatisfying("$.version", version -> assertThat(version).isEqualTo(2));

        assertThat(api.patch(PATH + "/" + STEEL, "{\"cellFoundedOn\": null}")).hasStatusOk().bodyJson()
                .extractingPath("$.stage").isEqualTo("SURVEYED");
    }

    @Test
    void anotherResponsibleMember_isTold() {
        api.post(PATH, steel());
        api.patch(PATH + "/" + STEEL, "{\"responsibleMember\": \"officer1\"}");
        api.patch(PATH + "/" + STEEL, "{\"responsibleMember\": \"officer2\"}");

        assertThat(changes).containsExactly(STEEL + " officer1 officer2");
    }

    @Test
    void onlyWhoIsResponsibleOrAHeadSaysWhoIs() {
        api.post(PATH, steel());
        for (String wanted : List.of("officer2", "officer3")) {
            for (String group : List.of("outreachOfficers", "integrations", "camunda-admin")) {
                api.as("officer2", group);
                assertRefused(api.patch(PATH + "/" + STEEL, "{\"responsibleMember\": \"%s\"}".formatted(wanted)), 403, "wrong-person", null);
            }
        }
        assertThat(changes).isEmpty();
        api.as("officer2", "outreachOfficers");
        assertThat(api.patch(PATH + "/" + STEEL, "{\"responsibleMember\": \"officer1\", \"workers\": 1251}")).hasStatusOk();
        api.as("organisation", "organisationBoard", "heads");
        assertThat(api.patch(PATH + "/" + STEEL, "{\"responsibleMember\": \"officer3\"}")).hasStatusOk();
        assertThat(changes).containsExactly(STEEL + " officer1 officer3");
    }

    @Test
    void whoHasNoPartInTheRegister_onlyReadsIt() {
        api.post(PATH, steel());
        api.as("committee", "standingCommittee");

        assertRefused(api.post(PATH, steel()), 403, "wrong-person", null);
        assertRefused(api.patch(PATH + "/" + STEEL, "{}"), 403, "wrong-person", null);
        assertThat(api.get(PATH)).hasStatusOk();
    }

    @Test
    void anUnknownEnterprise_isNotFound() {
        assertRefused(api.get(PATH + "/" + STEEL), 404, "enterprise-unknown", null);
        assertRefused(api.patch(PATH + "/" + STEEL, "{}"), 404, "enterprise-unknown", null);
        assertRefused(api.get(PATH + "/" + STEEL + "/timeline"), 404, "enterprise-unknown", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=song dong", "q=SÓNG", "q=00475", "zone=Phú Mỹ I", "stage=PLANNED",
        "responsibleMember=officer1", "planYear=2026", "q=thép&zone=Phú Mỹ I&stage=PLANNED", "size=1&sort=name",
        "size=1&page=1&sort=-name", "size=1&sort=workers,asc"})
    void listsAreFilteredSortedAndPaged(String query) {
        api.post(PATH, steel());
        api.post(PATH, shoes());
        database.jdbc().sql("insert into plan (plan_year, status) values (2026, 'APPROVED'), (2027, 'DRAFT')").update();
        database.jdbc().sql("""
                insert into plan_row (plan_year, tax_code, status) values (2026, ?, 'PLANNED'), (2027, ?, 'PLANNED')""")
                .params(STEEL, STEEL).update();
        new Stages(database.jdbc(), new EnterpriseRows(database.jdbc())).refresh(STEEL);

        assertThat(api.get(PATH + "?" + query)).hasStatusOk().bodyJson().extractingPath("$.items[*].taxCode").asArray()
                .containsExactly(STEEL);
        assertThat(api.get(PATH + "?planYear=2027")).as("a draft").bodyJson().extractingPath("$.total").isEqualTo(0);
    }

    @Test
    void aListItem_saysWhatAListShows() {
        api.post(PATH, steel());

        assertThat(api.get(PATH)).bodyJson().isStrictlyEqualTo("""
                {"items": [{"taxCode": "0100047516", "name": "CP Thép “Sóng Đông” <A&B> \uD83D\uDE00",
                  "zone": "Phú Mỹ I", "workers": 1250, "stage": "REGISTERED", "stageName": "Mới vào sổ",
                  "priority": null, "responsibleMember": "officer1"}], "page": 0, "size": 50, "total": 1}""");
    }

    @Test
    void theRegisterIsReadOnFromAnEnterprise_andNobodyCountsIt() {
        api.post(PATH, steel());
        api.post(PATH, shoes());

        assertThat(api.get(PATH + "?after=&size=1")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"taxCode": "0100047516"}], "size": 1, "hasMore": true, "next": "0100047516"}""")
                .doesNotHavePath("$.total").doesNotHavePath("$.page");
        assertThat(api.get(PATH + "?size=1&after=" + STEEL)).bodyJson().isLenientlyEqualTo("""
                {"items": [{"taxCode": "0100233488-001"}], "size": 1, "hasMore": false, "next": null}""");
        assertThat(api.get(PATH + "?after=" + STEEL + "&stage=PLANNED")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(api.get(PATH + "?q=thép&after=")).bodyJson().extractingPath("$.items[*].taxCode").asArray().containsExactly(STEEL);
    }

    @ParameterizedTest
    @CsvSource({"after=0100109106, after-unknown, after", "after=&size=501, field-range, size", "after=&sort=workers, field-choice, sort",
        "after=&stage=DONE, field-choice, stage", "after=&planYear=x, field-type, planYear"})
    void aWrongQuestionForTheEnterprisesBehindOne_isNamed(String query, String code, String field) {
        assertRefused(api.get(PATH + "?" + query), 422, code, field);
    }

    @ParameterizedTest
    @CsvSource({"size=501, field-range, size", "size=0, field-range, size", "page=-1, field-range, page",
        "page=x, field-type, page", "sort=password, field-choice, sort", "stage=DONE, field-choice, stage",
        "planYear=x, field-type, planYear"})
    void aWrongFilter_isNamed(String query, String code, String field) {
        assertRefused(api.get(PATH + "?" + query), 422, code, field);
    }

    @Test
    void signsOfPatterns_areOrdinaryText() {
        api.post(PATH, steel());

        assertThat(api.get(PATH + "?q={q}", "%")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(api.get(PATH + "?q={q}", "<a&b>")).bodyJson().extractingPath("$.total").isEqualTo(1);
    }

    @Test
    void theTimeline_joinsLedgerNoticesTasksAndWhatOtherPackagesKeep() {
        api.post(PATH, steel());
        outcome("survey", "conductSurvey", "COMPLETED");
        outcome("memberAdmission", "recordConsent", "YES");
        database.jdbc().sql("""
                insert into notification (event_key, template, recipient, tax_code, process_key, data, subject, state,
                    attempts, next_try_at, possibly_repeated, created_at)
                values ('k', 'task', 'officer1', ?, 'survey', '{}', 'Có việc mới', 'SENT', 1,
                    timestamp '2026-11-22 08:00:00', false, timestamp '2026-11-22 08:00:00')""").param(STEEL).update();
        tasks.add(new OpenTask("t-1", "survey", "verifyPostings", "Xác minh", null,
                OffsetDateTime.parse("2026-11-23T08:00:00+07:00"), OffsetDateTime.parse("2026-12-30T17:00:00+07:00")));

        assertThat(api.get(PATH + "/" + STEEL + "/timeline")).hasStatusOk().bodyJson()
                .extractingPath("$.items[*].kind").asArray().containsExactly("TASK", "NOTICE", "CONTACT", "OUTCOME");
        assertThat(api.as("organisation", "organisationBoard").get(PATH + "/" + STEEL + "/timeline")).bodyJson()
                .extractingPath("$.total").isEqualTo(5);
    }

    @Test
    void theTimeline_isInTheOrderOfTheDaysThatItShows() {
        api.post(PATH, steel());
        outcome("survey", "scheduleSurvey", "DONE", "2026-11-20", "2026-11-20 08:00:00");
        outcome("survey", "conductSurvey", "COMPLETED", "2026-11-19", "2026-11-23 09:00:00");
        outcome("survey", "verifyPostings", "DONE", "2026-11-22", "2026-11-22 08:00:00");

        assertThat(api.get(PATH + "/" + STEEL + "/timeline")).bodyJson().extractingPath("$.items[*].step").asArray()
                .containsExactly("verifyPostings", "CALL", "scheduleSurvey", "conductSurvey");
    }

    @Test
    void theTimeline_namesTasksToThoseWhoSeeThem() {
        api.post(PATH, steel());
        for (String process : List.of("survey", "memberAdmission")) {
            database.jdbc().sql("""
                    insert into notification (event_key, template, recipient, tax_code, process_key, data, subject, inner_subject,
                        state, attempts, next_try_at, possibly_repeated, created_at)
                    values (?, 'task', 'officer1', ?, ?, '{}', 'Có việc', 'Có việc ' || ?, 'SENT', 1,
                        timestamp '2026-11-22 08:00:00', false, timestamp '2026-11-22 08:00:00')""")
                    .params(process, STEEL, process, process).update();
        }
        assertThat(api.as("organisation", "organisationBoard").get(PATH + "/" + STEEL + "/timeline")).bodyJson()
                .extractingPath("$.items[?(@.kind == 'NOTICE')].text").asArray()
                .containsExactlyInAnyOrder("Có việc survey", "Có việc memberAdmission");
        assertThat(api.as("mobilecell", "mobileCell").get(PATH + "/" + STEEL + "/timeline")).bodyJson()
                .extractingPath("$.items[?(@.kind == 'NOTICE')].text").asArray()
                .containsExactlyInAnyOrder("Có việc survey", "Có việc");
    }

    @Test
    void theTimeline_asksOtherPackagesForItsReader() {
        api.post(PATH, steel());

        assertThat(api.as("propaganda", "propagandaBoard").get(PATH + "/" + STEEL + "/timeline")).bodyJson()
                .extractingPath("$.items[*].user").asArray().containsExactly("propaganda");
    }

    private void outcome(String phase, String step, String result) {
        outcome(phase, step, result, "2026-11-20", "2026-11-20 08:00:00");
    }

    private void outcome(String phase, String step, String result, String day, String recorded) {
        database.jdbc().sql("""
                insert into outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, round, source)
                values (?, ?, ?, ?, cast(? as date), 'officer1', cast(? as timestamp), 1, 'PERSON')""")
                .params(STEEL, phase, step, result, day, recorded).update();
    }

    private static String steel() {
        return """
                {"taxCode": "0100047516", "name": "CP Thép “Sóng Đông” <A&B> \uD83D\uDE00", "zone": "Phú Mỹ I",
                 "sector": "thép", "ownership": "FDI", "workers": 1250, "responsibleMember": "officer1"}""";
    }

    private static String shoes() {
        return """
                {"taxCode": "%s", "name": "TNHH Giày Hải Triều Xanh", "zone": "Mỹ Xuân A2",
                 "sector": "giày", "ownership": "FDI", "workers": 4200, "responsibleMember": "officer2"}""".formatted(SHOES);
    }
}
