package vn.outreach.register.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** The clock stands on Monday 23/11/2026. */
@Tag("both-databases")
class ContactControllerTest {

    private static final String STEEL = "0100047516";
    private static final String SHOES = "0100233488";
    private static final String PATH = "/api/v1/enterprises/" + STEEL + "/contacts";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final ContactRights rights = new ContactRights(SystemsFixture.personalData());
    private final Api api = new Api();
    private final Contacts contacts;
    private final ContactService service;

    ContactControllerTest() {
        PeopleNames people = users -> users.stream().filter(user -> !user.equals("gone"))
                .collect(Collectors.toMap(user -> user, user -> user.equals("officer2") ? "Lê Thị Hai" : ""));
        contacts = new Contacts(database.jdbc(), people);
        service = new ContactService(contacts, lastContacts(), enterprises, rights, CLOCK);
        api.serving(new ContactController(service, contacts, rights, enterprises, api,
                AuditFixture.on(database, api, CLOCK)), new ReadinessScaleController());
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        RegisterFixture.add(database, CLOCK, SHOES, "officer2");
    }

    @AfterEach
    void close() {
        database.close();
    }

    // --- log and read ------------------------------------------------------------------------------------------------

    @Test
    void aContact_isLoggedAndRead() {
        assertThat(api.post(PATH, """
                {"day": "2026-11-20", "kind": "CALL", "withWhom": " giám đốc ", "said": "Hẹn gặp\\n đầu tuần sau",
                 "nextStep": "Gửi bản tóm tắt luật", "nextDay": "2026-11-30", "readiness": 3}""")).hasStatus(201).bodyJson()
                .extractingPath("$.warning").isNull();

        assertThat(api.as("office", "committeeOffice").get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"taxCode": "0100047516", "day": "2026-11-20", "kind": "CALL", "withWhom": "giám đốc",
                  "said": "Hẹn gặp đầu tuần sau", "nextStep": "Gửi bản tóm tắt luật", "nextDay": "2026-11-30",
                  "readiness": 3, "madeBy": "officer1", "madeByName": "officer1", "recordedBy": "officer1",
                  "recordedAt": "2026-11-23T10:04:05.678+07:00", "corrects": null, "reason": null, "withdrawn": false,
                  "current": true}], "total": 1}""");
        assertThat(api.get("/api/v1/enterprises/" + SHOES + "/contacts")).bodyJson().extractingPath("$.total").isEqualTo(0);
    }

    @Test
    void theContactSentTwice_isOneRow() {
        long first = log("officer1", "2026-11-20", "CALL", 3);
        assertThat(api.post(PATH, """
                {"day": "2026-11-20", "kind": "CALL", "withWhom": " giám\u00a0đốc", "said": "x", "readiness": 3}""")).hasStatus(201)
                .bodyJson().extractingPath("$.contact.id").asNumber().isEqualTo((int) first);
        assertThat(log("officer2", "2026-11-20", "CALL", 3)).as("a colleague's is another").isGreaterThan(first);
        long other = log("officer1", "2026-11-20", "CALL", 4);
        assertThat(other).as("it says something else").isGreaterThan(first);
        api.post(PATH + "/" + other + "/withdrawal", "{\"reason\": \"Nhầm\"}");
        assertThat(log("officer1", "2026-11-20", "CALL", 4)).as("what was withdrawn is not there").isGreaterThan(other);
    }

    @Test
    void contactsComeNewestFirst_byTheirOwnDay() {
        log("officer1", "2026-11-01", "VISIT", null);
        log("officer1", "2026-11-22", "CALL", 4);
        log("officer1", "2026-11-10", "LETTER", 2);

        assertThat(days(api.get(PATH))).containsExactly("2026-11-22", "2026-11-10", "2026-11-01");
        assertThat(days(api.get(PATH + "?sort=day"))).containsExactly("2026-11-01", "2026-11-10", "2026-11-22");
        assertThat(days(api.get(PATH + "?rated=true"))).containsExactly("2026-11-22", "2026-11-10");
        assertThat(days(api.get(PATH + "?size=1&page=1"))).containsExactly("2026-11-10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                                                                                    | field-missing  | day",
        "{\"day\": \"2026-11-24\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\"}                            | date-future    | day",
        "{\"day\": \"20/11/2026\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\"}                            | field-type     | day",
        "{\"day\": \"2026-11-20\", \"withWhom\": \"giám đốc\", \"said\": \"x\"}                                                | field-missing  | kind",
        "{\"day\": \"2026-11-20\", \"kind\": \"SMS\", \"withWhom\": \"giám đốc\", \"said\": \"x\"}                             | field-choice   | kind",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"said\": \"x\"}                                                        | field-missing  | withWhom",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc 0903.123.456\", \"said\": \"x\"}               | private-detail | withWhom",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"a@b.vn\", \"said\": \"x\"}                              | private-detail | withWhom",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"  \"}                           | field-missing  | said",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"readiness\": 0}          | field-range    | readiness",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"readiness\": 6}          | field-range    | readiness",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"readiness\": 2.5}        | field-type     | readiness",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"nextStep\": \"gọi\"}     | field-missing  | nextDay",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"nextDay\": \"2026-12-01\"} | field-missing | nextStep",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"nextStep\": \"gọi\", \"nextDay\": \"2026-11-19\"} | date-order | nextDay",
        "{\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\", \"rating\": 5}             | field-unknown  | rating"})
    void aWrongContact_isNamedAndNothingIsWritten(String json, String code, String field) {
        assertRefused(api.post(PATH, json), 422, code, field);
        assertThat(count()).isZero();
    }

    @Test
    void textsEndWhereTheTableEnds() {
        assertThat(api.post(PATH, contact("2026-11-20", "ế".repeat(300)))).hasStatus(201);
        assertRefused(api.post(PATH, contact("2026-11-20", "ế".repeat(301))), 422, "field-range", "said");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anUnknownEnterprise_hasNoContacts() {
        String nowhere = "/api/v1/enterprises/0314409058/contacts";
        assertRefused(api.get(nowhere), 404, "enterprise-unknown", null);
        assertRefused(api.get(nowhere + "/recent"), 404, "enterprise-unknown", null);
        assertRefused(api.post(nowhere, contact("2026-11-20", "x")), 404, "enterprise-unknown", null);
    }

    @Test
    void aClosedEnterprise_isNotContactedAfterItsEnd() {
        RegisterFixture.put(database, CLOCK, STEEL, EnterpriseField.CLOSED_ON, LocalDate.of(2026, 11, 15));

        MvcTestResult refused = api.post(PATH, contact("2026-11-16", "x"));
        assertRefused(refused, 409, "enterprise-closed", null);
        assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("đã ngừng hoạt động từ 15/11/2026");
        assertRefused(api.post(PATH, """
                {"day": "2026-11-10", "kind": "CALL", "withWhom": "giám đốc", "said": "x", "nextStep": "gặp lại",
                 "nextDay": "2026-12-01"}"""), 409, "enterprise-closed", null);
        assertThat(count()).isZero();
        assertThat(api.post(PATH, contact("2026-11-15", "Chia tay"))).hasStatus(201);
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"outreachOfficers", "organisationBoard", "propagandaBoard", "massMobilisationBoard", "steeringBoard"})
    void whoWorksWithEnterprises_readsAndWrites(String group) {
        api.as("somebody", group);
        assertThat(api.post(PATH, contact("2026-11-20", "x"))).hasStatus(201);
        assertThat(api.get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(api.get(PATH + "/recent")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"committeeOffice", "standingCommittee"})
    void whoDecidesOrKeepsPapers_readsOnly(String group) {
        api.as("somebody", group, "heads");
        assertThat(api.get(PATH)).hasStatusOk();
        assertThat(api.get(PATH + "/recent")).hasStatusOk();
        assertRefused(api.post(PATH, contact("2026-11-20", "x")), 403, "wrong-person", null);
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoneUnion", "youthUnion", "mobileCell", "cell0100047516", "integrations", "camunda-admin", "heads"})
    void outsideTheOffice_nothingIsSeenOrWritten(String group) {
        long id = log("officer1", "2026-11-20", "CALL", 4);
        api.as("somebody", group);

        assertRefused(api.get(PATH), 403, "wrong-person", null);
        assertRefused(api.get(PATH + "/recent"), 403, "wrong-person", null);
        assertRefused(api.post(PATH, contact("2026-11-20", "x")), 403, "wrong-person", null);
        assertRefused(api.post(PATH + "/" + id + "/corrections", correction("y")), 403, "wrong-person", null);
        assertRefused(api.post(PATH + "/" + id + "/withdrawal", "{\"reason\": \"z\"}"), 403, "wrong-person", null);
        assertThat(timeline("somebody", group)).isEmpty();
        assertThat(lastContacts().of(List.of(STEEL), SystemsFixture.person("somebody", group))).isEmpty();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aSystemReadsNothing_whateverUnitItIsPutInto() {
        assertRefused(api.as("integration", "integrations", "outreachOfficers").get(PATH), 403, "wrong-person", null);
    }

    @ParameterizedTest
    @CsvSource({"officer1, outreachOfficers, true, false", "organisation, organisationBoard, true, true",
        "office, committeeOffice, false, false"})
    void aFormIsToldWhatItMayOffer(String user, String group, boolean write, boolean correctOthers) {
        assertThat(api.as(user, group).get(PATH + "/recent")).bodyJson()
                .isLenientlyEqualTo("{\"may\": {\"write\": %s, \"correctOthers\": %s}}".formatted(write, correctOthers));
    }

    // --- the colleague who was just there ------------------------------------------------------------------------------

    @Test
    void theLastThree_andAColleagueWithinSevenDays_areSeenBeforeTheNextContact() {
        log("officer1", "2026-11-01", "VISIT", 2);
        log("officer1", "2026-11-05", "CALL", null);
        log("officer2", "2026-11-16", "MEETING", 3);
        log("officer1", "2026-11-22", "CALL", 3);

        MvcTestResult recent = api.as("officer1", "outreachOfficers").get(PATH + "/recent");
        assertThat(recent).hasStatusOk().bodyJson().extractingPath("$.last[*].day").asArray()
                .containsExactly("2026-11-22", "2026-11-16", "2026-11-05");
        assertThat(recent).bodyJson().isLenientlyEqualTo("""
                {"colleagueWithin7Days": {"who": "officer2", "whoName": "Lê Thị Hai", "day": "2026-11-16", "kind": "MEETING"}}""");
        assertThat(api.as("officer2", "outreachOfficers").get(PATH + "/recent")).bodyJson()
                .extractingPath("$.colleagueWithin7Days.who").isEqualTo("officer1");
    }

    @Test
    void anEmptyLogSaysWhatIsRecordedAllTheSame_asListsDo() {
        assertThat(api.as("officer1", "outreachOfficers").get(PATH + "/recent")).bodyJson().extractingPath("$.lastMet").isNull();
        database.jdbc().sql("""
                insert into outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, round, source)
                values (?, 'survey', 'conductSurvey', 'COMPLETED', date '2026-10-30', 'officer1', current_timestamp, 1, 'PERSON')""")
                .param(STEEL).update();
        assertThat(api.get(PATH + "/recent")).bodyJson()
                .isLenientlyEqualTo("{\"last\": [], \"lastMet\": {\"day\": \"2026-10-30\", \"kind\": \"VISIT\"}}");
        log("officer1", "2026-11-05", "CALL", null);
        assertThat(api.get(PATH + "/recent")).bodyJson()
                .isLenientlyEqualTo("{\"lastMet\": {\"day\": \"2026-11-05\", \"kind\": \"CALL\"}}");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, officer2", "2026-11-30, officer2", "2026-12-01, ", "2026-11-19, "})
    void theWarningFollowsTheDayThatIsPlanned(String plannedOn, String warnedOf) {
        log("officer2", "2026-11-23", "CALL", 3);
        api.as("officer1", "outreachOfficers");

        MvcTestResult recent = api.get(PATH + "/recent?plannedOn=" + plannedOn);
        if (warnedOf == null) {
            assertThat(recent).bodyJson().extractingPath("$.colleagueWithin7Days").isNull();
        } else {
            assertThat(recent).bodyJson().extractingPath("$.colleagueWithin7Days.who").isEqualTo(warnedOf);
        }
        assertThat(recent).bodyJson().extractingPath("$.last").asArray().hasSize(1);
    }

    @Test
    void aStepTooSoonAfterAColleague_isWrittenWithAWarning() {
        log("officer2", "2026-11-20", "VISIT", 3);
        api.as("officer1", "outreachOfficers");

        assertThat(api.post(PATH, planning("2026-11-27"))).hasStatus(201).bodyJson()
                .extractingPath("$.warning.who").isEqualTo("officer2");
        assertThat(api.post(PATH, planning("2026-11-28"))).hasStatus(201).bodyJson().extractingPath("$.warning").isNull();
        assertThat(api.post(PATH, contact("2026-11-20", "không hẹn"))).hasStatus(201).bodyJson()
                .extractingPath("$.warning").isNull();
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void aContactThatWasTakenBack_warnsNobody() {
        long id = log("officer2", "2026-11-20", "VISIT", 3);
        assertThat(api.post(PATH + "/" + id + "/withdrawal", "{\"reason\": \"Nhầm doanh nghiệp\"}")).hasStatus(201);

        assertThat(api.as("officer1", "outreachOfficers").get(PATH + "/recent")).bodyJson()
                .isLenientlyEqualTo("{\"last\": [], \"colleagueWithin7Days\": null}");
    }

    @Test
    void aWrongDay_isNamed() {
        assertRefused(api.get(PATH + "/recent?plannedOn=tomorrow"), 422, "field-type", "plannedOn");
    }

    // --- corrections -------------------------------------------------------------------------------------------------

    @Test
    void aCorrection_isANewRowInPlaceOfTheOld() {
        long id = log("officer1", "2026-11-20", "CALL", 2);

        assertThat(api.as("organisation", "organisationBoard").post(PATH + "/" + id + "/corrections", correction("Đã đồng ý")))
                .hasStatus(201);

        assertThat(api.get(PATH)).bodyJson().isLenientlyEqualTo("""
                {"items": [{"said": "Đã đồng ý", "readiness": 4, "madeBy": "officer1", "recordedBy": "organisation",
                  "corrects": %d, "reason": "Ghi nhầm", "current": true}], "total": 1}""".formatted(id));
        assertThat(api.get(PATH + "?trace=true&sort=recordedAt")).bodyJson().extractingPath("$.items[*].current").asArray()
                .containsExactlyInAnyOrder(true, false);
        assertThat(database.jdbc().sql("select subject || ' ' || property from audit where action = 'CORRECTED'")
                .query(String.class).list()).containsExactly(id + " " + STEEL);
    }

    @Test
    void theSameCorrectionOrWithdrawalSentTwice_isOneRow() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        api.post(PATH + "/" + id + "/corrections", correction("y"));
        long corrected = newest();
        assertThat(api.post(PATH + "/" + id + "/corrections", correction("y"))).hasStatus(201)
                .bodyJson().extractingPath("$.contact.id").asNumber().isEqualTo((int) corrected);
        api.post(PATH + "/" + corrected + "/withdrawal", "{\"reason\": \"Nhầm\"}");
        assertThat(api.post(PATH + "/" + corrected + "/withdrawal", "{\"reason\": \"Nhầm\"}")).hasStatus(201)
                .bodyJson().extractingPath("$.id").asNumber().isEqualTo((int) newest());
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void ofTwoCorrectionsAtOnce_oneReplacesTheRow() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        Contact original = contacts.find(STEEL, id).orElseThrow();
        CurrentUser officer = SystemsFixture.person("officer1", "outreachOfficers");
        CompletableFuture<Contact> second = database.transaction().execute(status -> {
            service.withdraw(original, "Nhầm", officer);
            CompletableFuture<Contact> other = CompletableFuture.supplyAsync(() -> database.transaction()
                    .execute(own -> service.withdraw(original, "Nhầm doanh nghiệp", officer)));
            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).as("waits").isInstanceOf(TimeoutException.class);
            return other;
        });
        assertThatThrownBy(second::join).hasCauseInstanceOf(Refusal.class).hasMessageContaining("đã được sửa hoặc rút");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatWasReplacedOrTakenBack_isNotReplacedAgain() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        api.post(PATH + "/" + id + "/corrections", correction("y"));

        assertRefused(api.post(PATH + "/" + id + "/corrections", correction("z")), 409, "contact-replaced", null);
        long newest = newest();
        assertThat(api.post(PATH + "/" + newest + "/withdrawal", "{\"reason\": \"Nhầm\"}")).hasStatus(201);
        assertRefused(api.post(PATH + "/" + newest() + "/withdrawal", "{\"reason\": \"Nhầm\"}"), 409, "contact-replaced", null);
        assertThat(api.get(PATH)).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(api.get(PATH + "?trace=true")).bodyJson().extractingPath("$.total").isEqualTo(3);
    }

    @Test
    void anotherOfficer_correctsNothing_aHeadDoes() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        String path = PATH + "/" + id + "/corrections";

        assertRefused(api.as("officer2", "outreachOfficers").post(path, correction("y")), 403, "wrong-person", null);
        assertThat(count()).isEqualTo(1);
        assertThat(api.as("head", "outreachOfficers", "heads").post(path, correction("y"))).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "corrections | {\"day\": \"2026-11-20\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"x\"} | reason",
        "withdrawal  | {}                                                                                         | reason",
        "withdrawal  | {\"reason\": \"x\", \"day\": \"2026-11-20\"}                                                | day"})
    void aCorrectionSaysWhy(String what, String json, String field) {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        MvcTestResult refused = api.post(PATH + "/" + id + "/" + what, json);
        assertThat(refused).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aContactIsCorrectedAtItsOwnEnterprise() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        assertRefused(api.post("/api/v1/enterprises/" + SHOES + "/contacts/" + id + "/withdrawal", "{\"reason\": \"x\"}"),
                404, "contact-unknown", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update contact set said = 'khác'", "delete from contact"})
    void theTableItself_changesNothing(String change) {
        log("officer1", "2026-11-20", "CALL", 2);
        assertThatThrownBy(() -> database.jdbc().sql(change).update()).isInstanceOf(DataAccessException.class);
        assertThat(count()).isEqualTo(1);
    }

    // --- for the other packages -------------------------------------------------------------------------------------------

    @Test
    void theTimeline_hasTheContactsThatStand() {
        long id = log("officer1", "2026-11-20", "CALL", 2);
        log("officer1", "2026-11-21", "VISIT", null);
        api.post(PATH + "/" + id + "/corrections", correction("Đã đồng ý"));

        assertThat(timeline("board", "steeringBoard")).extracting(TimelineEntry::text, TimelineEntry::step, TimelineEntry::result,
                        entry -> String.valueOf(entry.occurredOn()), TimelineEntry::user)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("giám đốc: Đã đồng ý", "CALL", "4", "2026-11-20", "officer1"),
                        org.assertj.core.groups.Tuple.tuple("giám đốc: x", "VISIT", null, "2026-11-21", "officer1"));
    }

    @Test
    void lists_readTheLastContactOfManyEnterprises() {
        log("officer1", "2026-11-20", "CALL", 2);
        log("officer2", "2026-11-21", "VISIT", null);
        log("officer1", "2026-11-21", "LETTER", 5);
        log("officer1", "2026-11-02", "CHANCE", 1);
        CurrentUser reader = SystemsFixture.person("office", "committeeOffice");

        assertThat(lastContacts().of(List.of(STEEL, SHOES), reader)).hasSize(1).hasEntrySatisfying(STEEL, last ->
                assertThat(last).isEqualTo(new LastContacts.LastContact(
                        STEEL, LocalDate.of(2026, 11, 21), ContactKind.LETTER, "officer1", 5)));
        assertThat(lastContacts().of(List.of(), reader)).isEmpty();
    }

    @Test
    void theScale_saysWhichEndIsGood_andWhatEachStepMeans() {
        MvcTestResult scale = api.as("youth", "youthUnion").get("/api/v1/readiness-scale");
        assertThat(scale).hasStatusOk().bodyJson().extractingPath("$.levels[*].level").asArray().containsExactly(1, 2, 3, 4, 5);
        assertThat(scale).bodyJson().extractingPath("$.levels[0].name.vi").isEqualTo("Phản đối");
        assertThat(scale).bodyJson().extractingPath("$.levels[4].name.vi").isEqualTo("Chủ động phối hợp");
        assertThat(scale).bodyJson().extractingPath("$.direction.vi").asString().contains("1 là thấp nhất", "5 là cao nhất");
        assertThat(scale).bodyJson().extractingPath("$.subject.vi").asString().contains("không đánh giá một người cụ thể nào");
    }

    // ---------------------------------------------------------------------------------------------------------------------

    private long log(String user, String day, String kind, Integer readiness) {
        assertThat(api.as(user, "outreachOfficers").post(PATH, """
                {"day": "%s", "kind": "%s", "withWhom": "giám đốc", "said": "x", "readiness": %s}"""
                .formatted(day, kind, readiness))).hasStatus(201);
        return newest();
    }

    private long newest() {
        return database.jdbc().sql("select max(id) from contact").query(Long.class).single();
    }

    private int count() {
        return database.jdbc().sql("select count(*) from contact").query(Integer.class).single();
    }

    private List<TimelineEntry> timeline(String user, String group) {
        return new ContactTimeline(database.jdbc(), rights).of(STEEL, SystemsFixture.person(user, group));
    }

    private LastContacts lastContacts() {
        return new LastContacts(database.jdbc(), rights);
    }

    @SuppressWarnings("unchecked")
    private static List<String> days(MvcTestResult answer) {
        try {
            return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "$.items[*].day");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String contact(String day, String said) {
        return "{\"day\": \"%s\", \"kind\": \"CALL\", \"withWhom\": \"giám đốc\", \"said\": \"%s\"}".formatted(day, said);
    }

    private static String planning(String nextDay) {
        return """
                {"day": "2026-11-22", "kind": "CALL", "withWhom": "giám đốc", "said": "x", "nextStep": "Gặp lại",
                 "nextDay": "%s"}""".formatted(nextDay);
    }

    private static String correction(String said) {
        return """
                {"day": "2026-11-20", "kind": "CALL", "withWhom": "giám đốc", "said": "%s", "readiness": 4,
                 "reason": "Ghi nhầm"}""".formatted(said);
    }
}
