package vn.outreach.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.OutreachApplication;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;
import vn.outreach.web.Api;

/** The list of open tasks as officers ask for it: each filter, whose eyes, what order, how many statements. */
@Tag("both-databases")
class TaskListTest extends OutreachTest {

    private static final String PATH = "/api/v1/tasks";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private TaskList list;

    @Autowired
    private EnterpriseFinder finder;

    private final Api api = new Api();
    private String code;
    private String task;

    @BeforeEach
    void aSurveyOfOfficer1() {
        at(MONDAY);
        api.serving(new TaskController(list, api), new SearchController(finder, list, api));
        code = enterprise();
        task = survey(code);
        officer();
    }

    // --- what a task says ---------------------------------------------------------------------------------------------

    @Test
    void aTaskSaysWhatAnOfficerNeeds() {
        jdbc.sql("update enterprise set stage = 'PLANNED' where tax_code = ?").param(code).update();
        due(task, MONDAY.plusDays(2));
        JsonNode line = only("?ids=" + task);

        assertThat(line.get("name").asText()).isEqualTo(task(code, "scheduleSurvey").getName());
        assertThat(line.get("phase").asText()).isEqualTo("survey");
        assertThat(line.get("phaseName").asText()).isEqualTo("Khảo sát doanh nghiệp");
        assertThat(line.get("step").asText()).isEqualTo("scheduleSurvey");
        assertThat(line.get("dueAt").asText()).isEqualTo("2026-10-07T17:00:00+07:00");
        assertThat(line.get("dueInWorkingDays").asInt()).isEqualTo(2);
        assertThat(line.get("overdue").asBoolean()).isFalse();
        assertThat(line.get("assignee").toString()).isEqualTo("{\"id\":\"officer1\",\"name\":\"Nguyễn Thị Hạnh\"}");
        assertThat(line.get("units").toString()).isEqualTo("[{\"id\":\"outreachOfficers\",\"name\":\"Cán bộ chuyên trách\"}]");
        assertThat(line.get("enterprise").toString()).isEqualTo(("{\"taxCode\":\"%1$s\",\"name\":\"TNHH Thử %1$s\",\"zone\":\"Phú Mỹ I\","
                + "\"workers\":600,\"stage\":\"PLANNED\",\"stageName\":\"Trong kế hoạch\"}").formatted(code));
        assertThat(line.get("lastContact").isNull()).isTrue();
    }

    @Test
    void theLastContactIsTheNewestOfTheLogAndTheLedger() {
        contact("conductSurvey", MONDAY.minusDays(9));
        contact("meetOwner", MONDAY.minusDays(3));
        contact("conductSurvey", MONDAY.minusDays(5));
        assertThat(only("?ids=" + task).get("lastContact").toString()).isEqualTo("{\"day\":\"2026-10-02\",\"kind\":\"MEETING\"}");

        jdbc.sql("insert into contact (tax_code, contacted_on, kind, with_whom, said, made_by, recorded_by, recorded_at)"
                        + " values (?, ?, 'CALL', 'Văn phòng', 'Hẹn gặp', 'officer1', 'officer1', current_timestamp)")
                .params(code, Date.valueOf(MONDAY.minusDays(1))).update();
        assertThat(only("?ids=" + task).get("lastContact").toString()).isEqualTo("{\"day\":\"2026-10-04\",\"kind\":\"CALL\"}");
        // The log is the office's own; what the ledger says is not.
        JsonNode outside = only(api.as("admin", "camunda-admin"), "?ids=" + task);
        assertThat(outside.get("lastContact").toString()).isEqualTo("{\"day\":\"2026-10-02\",\"kind\":\"MEETING\"}");
    }

    @Test
    void aTaskThatBelongsToNoEnterpriseIsListedToo() {
        String plan = start("organisation", "annualPlan", "planYear", 2017).getId();
        Task draft = tasks.createTaskQuery().processInstanceId(plan).taskDefinitionKey("userTask_draftPlan").singleResult();
        JsonNode line = only(api.as("organisation", "organisationBoard"), "?ids=" + draft.getId());
        assertThat(line.get("enterprise").isNull()).isTrue();
        assertThat(line.get("name").asText()).isEqualTo(draft.getName());
        runtime.deleteProcessInstance(draft.getProcessInstanceId(), "test");
    }

    // --- what is due --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        // today,     due,        left, lists
        "2026-10-05, 2026-10-02, -1, OVERDUE",
        "2026-10-05, 2026-10-05,  0, TODAY SOON",
        "2026-10-05, 2026-10-06,  1, SOON",
        "2026-10-05, 2026-10-08,  3, SOON",
        "2026-10-05, 2026-10-09,  4, ''",
        "2026-10-09, 2026-10-14,  3, SOON",
        "2026-10-09, 2026-10-15,  4, ''",
        // A day off moves nothing: Friday's task is overdue on Monday, and what is due on a Saturday is for Friday.
        "2026-10-10, 2026-10-09,  0, TODAY SOON",
        "2026-10-12, 2026-10-09, -1, OVERDUE",
        "2026-10-09, 2026-10-10,  0, TODAY SOON",
        // Over Tết: Friday 13 February is the last working day before Monday 23.
        "2026-02-13, 2026-02-25,  3, SOON",
        "2026-02-13, 2026-02-26,  4, ''",
        "2026-02-18, 2026-02-13,  0, TODAY SOON",
        "2026-02-18, 2026-02-12, -1, OVERDUE",
        "2026-02-24, 2026-02-13, -2, OVERDUE"
    })
    void daysLeftAreWorkingDays_inTheFiguresAndInTheFiltersAlike(LocalDate today, LocalDate due, int left, String lists) {
        at(today);
        due(task, due);
        JsonNode line = only("?ids=" + task);
        assertThat(line.get("dueInWorkingDays").asInt()).isEqualTo(left);
        assertThat(line.get("overdue").asBoolean()).isEqualTo(left < 0);

        List<String> in = new ArrayList<>();
        for (String filter : List.of("OVERDUE", "TODAY", "SOON")) {
            if (!items("?filter=" + filter.toLowerCase() + "&enterprise=" + code).isEmpty()) {
                in.add(filter);
            }
        }
        assertThat(String.join(" ", in)).isEqualTo(lists);
    }

    @Test
    void aCountThatRunsIntoAYearWithoutDaysOff_saysWhich_andAnyDayIsCountedAtOnce() {
        due(task, LocalDate.of(2027, 12, 31));
        assertThat(only("?ids=" + task).get("daysOffUnknown").isNull()).isTrue();
        due(task, LocalDate.of(2028, 1, 4));
        assertThat(only("?ids=" + task).get("daysOffUnknown").asInt()).isEqualTo(2028);
        due(task, LocalDate.of(200_000, 1, 1));
        assertThat(only("?ids=" + task).get("dueInWorkingDays").asInt()).isGreaterThan(50_000_000);
    }

    @Test
    void aTaskWithoutALimitIsNeverOverdue_andStandsLast() {
        tasks.setDueDate(task, null);
        JsonNode line = only("?filter=mine&enterprise=" + code);
        assertThat(line.get("dueInWorkingDays").isNull()).isTrue();
        assertThat(line.get("overdue").asBoolean()).isFalse();
        for (String filter : List.of("overdue", "today", "soon")) {
            assertThat(items("?filter=" + filter + "&enterprise=" + code)).isEmpty();
        }
    }

    // --- whose --------------------------------------------------------------------------------------------------------

    @Test
    void mineAndTheUnitsAndNobodys() {
        assertThat(lists("officer1", "outreachOfficers")).containsExactly("mine", "unit");
        assertThat(lists("officer2", "outreachOfficers")).containsExactly("unit");
        assertThat(lists("propaganda", "propagandaBoard")).isEmpty();

        tasks.setAssignee(task, null);
        assertThat(lists("officer2", "outreachOfficers")).containsExactly("unit", "unclaimed");
        tasks.setAssignee(task, "propaganda");
        assertThat(lists("propaganda", "propagandaBoard")).containsExactly("mine", "unit");
        officer();
        due(task, MONDAY);
        assertThat(items("?filter=today&enterprise=" + code)).hasSize(1);
        assertThat(items("?filter=today&whose=mine&enterprise=" + code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"officer1, outreachOfficers", "officer2, outreachOfficers", "propaganda, propagandaBoard", "organisation, organisationBoard",
        "board, steeringBoard", "mobilecell, mobileCell"})
    void everyReadyListIsCountedAsItIsListed(String user, String group) {
        api.as(user, group);
        // One of the unit's that nobody has, and one that is overdue.
        tasks.setAssignee(survey(enterprise()), null);
        due(survey(enterprise()), MONDAY.minusDays(3));
        JsonNode counts = page("/counts");
        assertThat(counts.fieldNames()).toIterable()
                .containsExactly("today", "overdue", "soon", "mine", "unit", "unclaimed", "absent", "inactive");
        counts.fields().forEachRemaining(list -> assertThat(list.getValue().asInt()).as(user + ": " + list.getKey())
                .isEqualTo(page("?size=1&count=true&filter=" + list.getKey()).get("total").asInt()));
        if (group.equals("outreachOfficers")) {
            assertThat(counts.get("unclaimed").asInt()).isPositive();
            assertThat(counts.get("overdue").asInt()).isPositive();
        }
        assertThat(Jdbc.of(() -> page("/counts")).statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void ofWhoIsAway_theirsStillOrWithTheirDeputy() {
        tasks.setAssignee(task, "officer3");
        String absent = "?filter=absent&enterprise=" + code;
        assertThat(items(absent)).isEmpty();
        jdbc.sql("insert into absence (person, deputy, mode, first_day, last_day, reason, created_by, created_at)"
                        + " values ('officer3', 'officer2', 'REPLACER', ?, ?, 'Nghỉ phép', ?, current_timestamp)")
                .params(Date.valueOf(MONDAY.plusDays(1)), Date.valueOf(MONDAY.plusDays(2)), code).update();
        long absence = jdbc.sql("select id from absence where created_by = ?").param(code).query(Long.class).single();
        try {
            assertThat(items(absent)).as("the day before").isEmpty();
            at(MONDAY.plusDays(2));
            assertThat(ids(items(absent))).containsExactly(task);
            assertThat(items(api.as("propaganda", "propagandaBoard"), absent)).as("another unit's").isEmpty();
            officer();
            tasks.setAssignee(task, "officer2");
            assertThat(items(absent)).isEmpty();
            jdbc.sql("insert into absence_task (absence_id, task_id, handed_at) values (?, ?, current_timestamp)")
                    .params(absence, task).update();
            assertThat(ids(items(absent))).containsExactly(task);
            at(MONDAY.plusDays(3));
            assertThat(items(absent)).as("back again").isEmpty();
        } finally {
            jdbc.sql("delete from absence_task where absence_id = ?").param(absence).update();
            jdbc.sql("delete from absence where id = ?").param(absence).update();
        }
    }

    @Test
    void ofAZone() {
        jdbc.sql("update enterprise set zone = ? where tax_code = ?").params("Khu " + code, code).update();
        assertThat(items("?filter=zone&zone=Khu " + code)).hasSize(1);
        assertThat(items("?filter=mine&zone=Khu khác&enterprise=" + code)).isEmpty();
        assertThat(json(api.get("/api/v1/zones")).toString()).contains("Khu " + code).contains("Phú Mỹ I");
    }

    /** The engine's own list, asked as the person, is what Tasklist shows: the product's statement shows neither more nor less. */
    @Test
    void everybodySeesWhatTasklistShows_andNothingElse() {
        String ref = admission();
        complete("mobilecell", ref, "collectIntroductions", "introducerPair", "UNION_AND_ONE", "introducerMonths", 24);
        String own = HOST_CELL_USER + code;
        person(own, "cell" + code);
        List<String> asked = new ArrayList<>(List.of(task, task(ref, "collectResolution").getId()));
        List<String> people = List.of("officer1", "officer2", "organisation", "propaganda", "office", "committee", "board",
                "zoneunion", "youth", "mobilecell", "admin", own);
        List<String> seen = new ArrayList<>();
        for (String person : people) {
            List<String> engine = as(person, () -> tasks.createTaskQuery().taskIdIn(asked.toArray(String[]::new)).listPage(0, 50)).stream()
                    .map(Task::getId).sorted().toList();
            String[] groups = identities.createGroupQuery().groupMember(person).list().stream().map(group -> group.getId())
                    .toArray(String[]::new);
            List<String> shown = ids(items(api.as(person, groups), "?ids=" + String.join(",", asked))).stream().sorted().toList();
            assertThat(shown).as(person).isEqualTo(engine);
            seen.add(person + ":" + shown.size());
        }
        assertThat(seen).contains("officer1:1", "organisation:2", "zoneunion:1", "youth:0", "mobilecell:0", "admin:1");
        assertThat(api.as("zoneunion", "zoneUnion").get(PATH + "?filter=unit&enterprise=" + code)).bodyText()
                .contains(task(ref, "collectResolution").getId()).doesNotContain(ref);
        assertThat(items(api.as("youth", "youthUnion"), "?filter=all&enterprise=" + code)).isEmpty();
    }

    @Test
    void whatIsGoneOrNotOnesOwnToSeeIsLeftOut() {
        assertThat(ids(items("?ids=" + task + ",no-such-task," + task))).containsExactly(task);
        assertThat(items(api.as("youth", "youthUnion"), "?ids=" + task)).isEmpty();
        assertThat(items("?ids=")).isEmpty();
    }

    // --- order and pages ----------------------------------------------------------------------------------------------

    @Test
    void theMostUrgentComesFirst_thenTheMoreImportant() {
        String zone = "Khu thứ tự " + code;
        List<String> found = IntStream.range(0, 4).mapToObj(i -> survey(enterprise("zone", zone, "workers", 100 * i))).toList();
        due(found.get(0), MONDAY.plusDays(3));
        tasks.setDueDate(found.get(1), null);
        due(found.get(2), MONDAY.minusDays(3));
        due(found.get(3), MONDAY.plusDays(3));
        tasks.setPriority(found.get(3), 90);
        String here = "?filter=mine&zone=" + zone;

        assertThat(ids(items(here))).containsExactly(found.get(2), found.get(3), found.get(0), found.get(1));
        assertThat(ids(items(here + "&sort=-workers"))).containsExactly(found.get(3), found.get(2), found.get(1), found.get(0));
        assertThat(ids(items(here + "&sort=priority,desc"))).startsWith(found.get(3));
        JsonNode first = page(here + "&size=3");
        assertThat(ids(first.get("items"))).containsExactly(found.get(2), found.get(3), found.get(0));
        assertThat(first.get("hasMore").asBoolean()).isTrue();
        assertThat(first.get("total").isNull()).isTrue();
        JsonNode second = page(here + "&size=3&page=1&count=true");
        assertThat(ids(second.get("items"))).containsExactly(found.get(1));
        assertThat(second.get("hasMore").asBoolean()).isFalse();
        assertThat(second.get("total").asInt()).isEqualTo(4);
        for (String sort : TaskRows.SORTED_BY.keySet()) {
            assertThat(ids(items(here + "&sort=" + sort))).as(sort).hasSize(4);
        }
    }

    @Test
    void peopleStepsAndZonesStandInVietnameseOrder() {
        List<String> found = IntStream.range(0, 3).mapToObj(i -> survey(enterprise("zone", "Khu người " + code))).toList();
        tasks.setAssignee(found.get(1), "officer2");
        tasks.setAssignee(found.get(2), "officer3");
        String here = "?filter=zone&zone=Khu người " + code;
        assertThat(ids(items(here + "&sort=assignee"))).containsExactly(found.get(1), found.get(0), found.get(2));
        assertThat(ids(items(here + "&sort=-assignee"))).containsExactly(found.get(2), found.get(0), found.get(1));
        assertThat(StreamSupport.stream(items("?filter=all&sort=name").spliterator(), false).map(item -> item.get("name").asText()))
                .isSortedAccordingTo(VietnameseOrder.BY_NAME);
        jdbc.sql("update enterprise set zone = 'Đất ' || zone where zone = ?").param("Khu người " + code).update();
        enterprise("zone", "Dầu " + code);
        List<String> zones = StreamSupport.stream(json(api.get("/api/v1/zones")).spliterator(), false).map(JsonNode::asText).toList();
        assertThat(zones).isSortedAccordingTo(VietnameseOrder.BY_NAME).contains("Đất Khu người " + code);
    }

    @Test
    void aPageCostsTheSameFewStatements_howeverManyTasks() {
        String zone = "Khu đếm " + code;
        survey(enterprise("zone", zone));
        int one = statements("?filter=zone&zone=" + zone);
        List<String> more = IntStream.range(0, 20).mapToObj(i -> survey(enterprise("zone", zone))).toList();
        assertThat(statements("?filter=zone&zone=" + zone)).isEqualTo(one).isLessThanOrEqualTo(4);
        assertThat(statements("?ids=" + String.join(",", more))).isEqualTo(one);
        assertThat(Jdbc.of(() -> api.get("/api/v1/search?q=" + code.substring(0, 4))).statements()).isLessThanOrEqualTo(5);
    }

    // --- search -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"thep song dong", "THÉP SÓNG ĐÔNG", "đông thép", "“Sóng Đông”", "\"sóng\"  đông", "song ðong", "cp thep s"})
    void anEnterpriseIsFoundByItsNameHoweverItIsTyped(String typed) {
        String name = "CP Thép “Sóng Đông” " + code;
        String found = enterprise("name", name, "search_name", "cp thep song dong " + code);
        String open = survey(found);
        JsonNode hit = StreamSupport.stream(json(api.get("/api/v1/search?q={q}", typed + " " + code)).get("items").spliterator(), false)
                .findFirst().orElseThrow();
        assertThat(hit.get("taxCode").asText()).isEqualTo(found);
        assertThat(ids(hit.get("tasks"))).containsExactly(open);
        assertThat(ids(json(api.get(PATH + "?filter=mine&q={q}", typed + " " + code)).get("items"))).containsExactly(open);
    }

    @Test
    void byTheTaxCodeOrPartOfIt_andTheBranchsWithoutItsHyphen() {
        assertThat(codes(code)).containsExactly(code);
        assertThat(codes(code.substring(0, 4) + " " + code.substring(4))).containsExactly(code);
        assertThat(codes(code.substring(3))).contains(code);
        jdbc.sql("update enterprise set name = ?, search_name = ? where tax_code = ?").params("9", "9", code).update();
        String branch = enterprise("tax_code", code + "-001");
        assertThat(codes(code + "001")).containsExactly(code + "-001");
        assertThat(codes(code)).containsExactly(code, code + "-001");
        assertThat(branch).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"th%x", "th_x", "' or 1=1 --", "khong co ten nay", "%25"})
    void signsOfPatternsAreNoPattern(String typed) {
        assertThat(codes(typed + " " + code)).isEmpty();
        assertThat(json(api.get(PATH + "?filter=mine&q={q}", typed + " " + code)).get("items")).isEmpty();
    }

    @Test
    void nothingTypedFindsNothing_andASearchShowsNoMoreThanAFew() {
        assertThat(codes("  ")).isEmpty();
        IntStream.range(0, 9).forEach(i -> enterprise("name", "Nhiều " + code, "search_name", "nhieu " + code));
        JsonNode found = json(api.get("/api/v1/search?q={q}", "nhiều " + code));
        assertThat(found.get("items")).hasSize(8);
        assertThat(found.get("hasMore").asBoolean()).isTrue();
        assertThat(api.as("youth", "youthUnion").get("/api/v1/search?q={q}", code)).bodyText().contains(code).doesNotContain(task);
    }

    // --- what cannot be asked -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"filter=all2, field-choice, filter", "filter=zone, field-missing, zone", "whose=yours, field-choice, whose",
        "sort=taskName, field-choice, sort", "size=501, field-range, size", "size=0, field-range, size", "page=-1, field-range, page",
        "page=x, field-type, page", "count=maybe, field-type, count", "enterprise=123456789012345, field-range, enterprise"})
    void aWrongQuestionIsNamed(String query, String reason, String field) {
        assertRefused(api.get(PATH + "?" + query), 422, reason, field);
    }

    @Test
    void moreThanAHundredIdsAreTooMany() {
        String ids = String.join(",", IntStream.range(0, 101).mapToObj(String::valueOf).toList());
        assertRefused(api.get(PATH + "?ids=" + ids), 422, "field-range", "ids");
        assertRefused(api.get("/api/v1/search?q={q}", "x".repeat(256)), 422, "field-range", "q");
        assertRefused(api.get(PATH + "?q={q}", "a\u0000b"), 422, "field-type", "q");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static final String HOST_CELL_USER = "cellOf";

    private Api officer() {
        return api.as("officer1", "outreachOfficers");
    }

    private String survey(String taxCode) {
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        return task(taxCode, "scheduleSurvey").getId();
    }

    private void due(String taskId, LocalDate day) {
        tasks.setDueDate(taskId, java.util.Date.from(day.atTime(17, 0).atZone(OutreachApplication.ZONE.toZoneId()).toInstant()));
    }

    private void contact(String step, LocalDate day) {
        jdbc.sql("""
                insert into outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, round, source)
                values (?, 'survey', ?, 'COMPLETED', ?, 'officer1', current_timestamp, 1, 'PERSON')""")
                .params(code, step, Date.valueOf(day)).update();
    }

    /** An admission of the enterprise, hosted by the mobile cell, whose next step is the cell's. */
    private String admission() {
        jdbc.sql("update enterprise set owner_agreed_on = date '2026-05-04', union_recognised_on = date '2026-06-01' where tax_code = ?")
                .param(code).update();
        String instance = start("organisation", "memberAdmission", "enterpriseCode", code).getId();
        String ref = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
        complete("organisation", ref, "recordConsent", "consentGiven", "true", "consentChannel", "PAPER");
        jdbc.sql("update candidate set name = 'Lê Thị Ứng Viên', birth_month = '1998-03', schooling = 'HIGHER',"
                + " certificate_date = date '2026-06-01', citizen = true, is_owner = false, readmission = false,"
                + " in_youth_union = false, in_union = true where ref = ?").param(ref).update();
        complete("mobilecell", ref, "openCandidateFile", "fileComplete", "true", "abroad", "false");
        return ref;
    }

    private void person(String id, String group) {
        var user = identities.newUser(id);
        user.setPassword(ADMIN_PASSWORD);
        identities.saveUser(user);
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            identities.saveGroup(identities.newGroup(group));
        }
        identities.createMembership(id, group);
    }

    private List<String> lists(String user, String group) {
        api.as(user, group);
        return List.of("mine", "unit", "unclaimed").stream()
                .filter(filter -> !items("?filter=" + filter + "&enterprise=" + code).isEmpty()).toList();
    }

    private List<String> codes(String typed) {
        return StreamSupport.stream(json(api.get("/api/v1/search?q={q}", typed)).get("items").spliterator(), false)
                .map(hit -> hit.get("taxCode").asText()).sorted(Comparator.naturalOrder()).toList();
    }

    private int statements(String query) {
        return Jdbc.of(() -> items(query)).statements();
    }

    private JsonNode only(String query) {
        return only(api, query);
    }

    private JsonNode only(Api asking, String query) {
        JsonNode items = items(asking, query);
        assertThat(items).as(query).hasSize(1);
        return items.get(0);
    }

    private JsonNode items(String query) {
        return items(api, query);
    }

    private JsonNode items(Api asking, String query) {
        return json(asking.get(PATH + query)).get("items");
    }

    private JsonNode page(String query) {
        return json(api.get(PATH + query));
    }

    private static List<String> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).map(item -> item.get("id").asText()).toList();
    }

    private static JsonNode json(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            assertThat(answer).hasStatusOk();
            return JSON.readTree(answer.getResponse().getContentAsByteArray());
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
