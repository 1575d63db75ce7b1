package vn.outreach.work.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;
import vn.outreach.web.Api;

/** What is overdue, as each of those asks who may: how late it is, who sees it, and what nobody reads of an admission. */
@Tag("both-databases")
class OverdueTest extends OutreachTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 3, 2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private OverdueTasks overdue;

    private final Api api = new Api();
    private String code;

    @BeforeEach
    void aSurveyOfOfficer1ThatIsLate() {
        at(MONDAY);
        nothingIsDue();
        api.serving(new OverdueController(overdue, api));
        code = late("officer1", MONDAY.minusDays(6));
        officer();
    }

    @AfterEach
    void nobodyIsAway() {
        jdbc.sql("update absence set ended_by = 'test', ended_at = current_timestamp where ended_at is null").update();
    }

    @Test
    void aLateTaskSaysWhatWhereWithWhomAndHowLate() {
        JsonNode line = line(code);

        assertThat(line.get("id").asText()).isEqualTo(task(code, "scheduleSurvey").getId());
        assertThat(line.get("stepName").asText()).isEqualTo("Hẹn ngày khảo sát");
        assertThat(line.get("units").toString()).isEqualTo("[{\"id\":\"outreachOfficers\",\"name\":\"Cán bộ chuyên trách\"}]");
        assertThat(line.get("enterprise").toString())
                .isEqualTo("{\"taxCode\":\"%1$s\",\"name\":\"TNHH Thử %1$s\",\"zone\":\"Phú Mỹ I\"}".formatted(code));
        assertThat(line.get("holder").toString()).isEqualTo("{\"id\":\"officer1\",\"name\":\"Nguyễn Thị Hạnh\"}");
        assertThat(line.get("dueAt").asText()).isEqualTo("2026-09-29T17:00:00+07:00");
        assertThat(line.get("daysLate").asInt()).isEqualTo(4);
        assertThat(line.get("toldSince").isNull()).isTrue();
        jdbc.sql("insert into overdue_told (task_id, due_at, stage, number, told_to, told_on, told_at) select task_id, due_at, 'HEAD', 1, 'HEAD',"
                + " date '2026-09-30', current_timestamp from task_line where tax_code = ?").param(code).update();
        assertThat(line(code).get("toldSince").asText()).isEqualTo("2026-09-30");
    }

    /** Friday's task is late on Monday; on the weekend between it was not, and Monday's is not. */
    @Test
    void onlyAWorkingDayMakesATaskLate() {
        String friday = late("officer1", MONDAY.minusDays(3));
        String monday = late("officer1", MONDAY);
        assertThat(line(friday).get("daysLate").asInt()).isEqualTo(1);
        assertThat(line(monday)).isNull();
        at(MONDAY.minusDays(1));
        assertThat(line(friday)).isNull();
        at(MONDAY.plusDays(1));
        assertThat(line(monday).get("daysLate").asInt()).isEqualTo(1);
    }

    @Test
    void oneSeesOnesOwnAndWhatOneMayTake_aHeadTheUnit_whoReadsOverdueAll() {
        String unclaimed = late(null, MONDAY.minusDays(6));

        assertThat(line(code)).isNotNull();
        assertThat(line(unclaimed)).isNotNull();
        api.as("officer2", "outreachOfficers");
        assertThat(line(code)).as("a colleague's").isNull();
        assertThat(line(unclaimed)).isNotNull();
        api.as("officer2", "outreachOfficers", "heads");
        assertThat(line(code).get("id").isNull()).as("a head opens it").isFalse();
        api.as("zoneunion", "zoneUnion", "heads");
        assertThat(line(code)).as("another unit's head").isNull();
        assertThat(line(unclaimed)).isNull();
        for (String unit : List.of("organisationBoard", "committeeOffice", "steeringBoard", "standingCommittee")) {
            api.as("somebody", unit);
            assertThat(line(code).get("holder").get("id").asText()).as(unit).isEqualTo("officer1");
            assertThat(line(code).get("id").isNull()).as("no link for %s to what is not theirs", unit).isTrue();
        }
        api.as("propaganda", "propagandaBoard");
        assertThat(line(code)).isNull();
    }

    @Test
    void whoStandsInSeesWhatIsLateOfTheAbsentPerson() {
        api.as("officer3", "outreachOfficers");
        assertThat(line(code)).isNull();
        jdbc.sql("insert into absence (person, deputy, mode, first_day, last_day, reason, created_by, created_at)"
                + " values ('officer1', 'officer3', 'RECEIVER', ?, ?, 'Đi học', 'officer1', current_timestamp)").params(MONDAY, MONDAY).update();
        assertThat(line(code).get("id").asText()).isEqualTo(task(code, "scheduleSurvey").getId());
    }

    @Test
    void ofAnAdmissionThereIsOnlyStepAndUnit() throws IOException {
        String admitted = enterprise("owner_agreed_on", MONDAY.minusDays(30));
        start("organisation", "memberAdmission", "enterpriseCode", admitted);
        String task = jdbc.sql("select task_id from task_line where tax_code = ?").param(admitted).query(String.class).single();
        String reference = jdbc.sql("select business_key from running_case where enterprise_code = ?").param(admitted).query(String.class).single();
        tasks.setDueDate(task, Timestamp.valueOf(LONG_AGO.atTime(LocalTime.of(17, 0))));

        api.as("board", "steeringBoard");
        String body = api.get("/api/v1/overdue?size=500").getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).doesNotContain(reference, admitted, task);
        JsonNode admission = JSON.readTree(body).get("items").get(0);
        assertThat(admission.get("phase").asText()).isEqualTo("memberAdmission");
        assertThat(admission.get("units").get(0).get("id").asText()).isEqualTo("organisationBoard");
        assertThat(admission.get("enterprise").isNull() && admission.get("holder").isNull() && admission.get("id").isNull()).isTrue();
    }

    @Test
    void aUnitIsAskedForByItself_andCounted() {
        late("officer1", LONG_AGO);
        JsonNode all = ask("?count=true&size=1");
        assertThat(all.get("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(all.get("hasMore").asBoolean()).isTrue();
        assertThat(all.get("items")).hasSize(1);
        JsonNode unit = all.get("units").get(0);
        assertThat(unit.get("name").asText()).isEqualTo("Cán bộ chuyên trách");
        assertThat(unit.get("overdue").asInt()).isEqualTo(all.get("total").asInt());
        assertThat(ask("?unit=outreachOfficers&count=true").get("total").asInt()).isEqualTo(all.get("total").asInt());
        assertThat(ask("?unit=zoneUnion&count=true").get("total").asInt()).isZero();
        assertThat(ask("?unit=zoneUnion").get("units").isNull()).isTrue();
    }

    @Test
    void aTaskThatIsDoneOrPutOffIsGone() {
        String done = late("officer1", MONDAY.minusDays(6));
        complete("officer1", done, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "PHONE");
        assertThat(line(done)).isNull();
        tasks.setDueDate(task(code, "scheduleSurvey").getId(), Timestamp.valueOf(MONDAY.plusDays(3).atTime(LocalTime.of(17, 0))));
        assertThat(line(code)).isNull();
    }

    @Test
    void manyCostAsManyStatementsAsFew() {
        Jdbc.Cost few = Jdbc.of(() -> ask("?size=2&count=true"));
        Jdbc.Cost many = Jdbc.of(() -> ask("?size=500&count=true"));
        assertThat(many).isEqualTo(few);
        assertThat(few.statements()).isLessThanOrEqualTo(8);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertRefused(api.get("/api/v1/overdue?size=501"), 422, "field-range", "size");
        assertRefused(api.get("/api/v1/overdue?sort=candidate"), 422, "field-choice", "sort");
        assertThat(ask("?sort=enterprise&size=3").get("items")).isNotEmpty();
        assertThat(ask("?sort=-holder&size=3").get("items")).isNotEmpty();
    }

    private void officer() {
        api.as("officer1", "outreachOfficers");
    }

    private String late(String holder, LocalDate due) {
        String taxCode = enterprise();
        startPhase("survey", taxCode, "responsibleMember", "officer1");
        String id = task(taxCode, "scheduleSurvey").getId();
        tasks.setAssignee(id, holder);
        tasks.setDueDate(id, Timestamp.valueOf(due.atTime(LocalTime.of(17, 0))));
        return taxCode;
    }

    private JsonNode line(String taxCode) {
        return StreamSupport.stream(ask("?size=500").get("items").spliterator(), false)
                .filter(line -> line.get("enterprise").path("taxCode").asText().equals(taxCode))
                .findFirst().orElse(null);
    }

    private JsonNode ask(String query) {
        try {
            return JSON.readTree(api.get("/api/v1/overdue" + query).getResponse().getContentAsByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
