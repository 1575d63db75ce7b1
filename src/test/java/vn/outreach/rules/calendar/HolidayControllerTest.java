package vn.outreach.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

class HolidayControllerTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final Holidays holidays = new Holidays(database.jdbc(), database.upsert());
    private final WorkingDays workingDays = new WorkingDays(holidays);
    private final AtomicInteger changed = new AtomicInteger();
    private final HolidayChanges changes = new HolidayChanges(holidays, workingDays, List.of(new CalendarListener() {
        @Override
        public int moving(OfficeCalendar days) {
            return 1200 + workingDays.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                    - days.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        }

        @Override
        public void changed() {
            changed.incrementAndGet();
        }
    }), database.transaction());
    private final Api api = new Api();

    HolidayControllerTest() {
        api.serving(new HolidayController(holidays, changes, database.transaction(), api,
                AuditFixture.on(database, api, Clock.systemUTC())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anybody_readsTheDaysOffOfAYear() {
        assertThat(api.get("/api/v1/holidays?year=2026")).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.items[0].day", day -> assertThat(day).isEqualTo("2026-01-01"))
                .hasPathSatisfying("$.total", total -> assertThat(total).isEqualTo(13));
    }

    @Test
    void anAddedDay_countsAtOnce() {
        LocalDate storm = LocalDate.of(2026, 11, 18);
        assertThat(workingDays.isWorkingDay(storm)).isTrue();

        assertThat(api.as("office", "committeeOffice").put("/api/v1/holidays", """
                [{"day": "2026-11-18", "name": "Nghỉ tránh bão", "source": "Công điện của UBND tỉnh"}]""")).hasStatusOk();

        assertThat(workingDays.isWorkingDay(storm)).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 9, 2))).isFalse();
    }

    @Test
    void aYearThatIsSent_replacesWhatWasThere() {
        assertThat(api.as("office", "committeeOffice").put("/api/v1/holidays?year=2026", """
                {"items": [{"day": "2026-01-01", "name": "Tết Dương lịch", "source": "Điều 112", "sure": true}]}"""))
                .hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(1);

        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 9, 2))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
    }

    @Test
    void aDayIsSure_unlessItIsSaidNotToBe_andTheAuditSaysBoth() {
        api.as("office", "committeeOffice").put("/api/v1/holidays?year=2026", """
                [{"day": "2026-01-01", "name": "Tết Dương lịch", "source": "Điều 112"}]""");
        assertThat(api.put("/api/v1/holidays?year=2026", """
                [{"day": "2026-02-17", "name": "Tết Nguyên đán", "source": "Điều 112", "sure": false}]""")).hasStatusOk();

        assertThat(holidays.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .containsExactly(new Holiday(LocalDate.of(2026, 2, 17), "Tết Nguyên đán", "Điều 112", false));
        assertThat(database.jdbc().sql("select subject || ' ' || property || ': ' || old_value || ' -> ' || new_value from audit order by id desc")
                .query(String.class).list()).startsWith("2026 days: 2026-01-01 Tết Dương lịch -> 2026-02-17 Tết Nguyên đán (?)");
    }

    @Test
    void aDayWithTwoRows_isRefused() {
        assertRefused(api.as("office", "committeeOffice").put("/api/v1/holidays", """
                [{"day": "2026-11-18", "name": "A", "source": "B"}, {"day": "2026-11-19", "name": "A", "source": "B"},
                {"day": "2026-11-18", "name": "C", "source": "D"}]"""), 422, "field-choice", "rows[2].day");
        assertThat(holidays.between(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 19))).isEmpty();
    }

    private static final String PAIR = """
            [{"day": "2026-01-02", "name": "Nghỉ hoán đổi", "source": "Thông báo", "pairedWith": "2026-01-10"},
            {"day": "2026-01-10", "name": "Làm bù", "source": "Thông báo", "kind": "WORKING", "pairedWith": "2026-01-02"}]""";

    private List<Holiday> january() {
        return holidays.between(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 31));
    }

    @Test
    void aWorkedSaturdayCounts_withItsDayOff_andBothGoTogether() {
        assertThat(api.as("office", "committeeOffice").put("/api/v1/holidays", PAIR)).hasStatusOk();

        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 1, 10))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(workingDays.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 12))).isEqualTo(7 - 1 + 1);
        assertThat(workingDays.plus(LocalDate.of(2026, 1, 8), 2)).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(api.get("/api/v1/holidays?year=2026")).bodyJson()
                .hasPathSatisfying("$.items[2].kind", kind -> assertThat(kind).isEqualTo("WORKING"))
                .hasPathSatisfying("$.items[2].pairedWith", pair -> assertThat(pair).isEqualTo("2026-01-02"));
        assertThat(changed).hasValue(1);

        assertThat(api.delete("/api/v1/holidays/2026-01-02")).hasStatusOk();
        assertThat(january()).isEmpty();
        assertThat(changed).hasValue(2);
        assertRefused(api.delete("/api/v1/holidays/2026-01-02"), 404, "day-unknown", null);
    }

    @Test
    void aPairThatGetsAnotherWorkedDay_leavesTheFormerOne_andANameKeepsThePair() {
        api.as("office", "committeeOffice").put("/api/v1/holidays", PAIR);
        assertThat(api.put("/api/v1/holidays", PAIR.replace("2026-01-10", "2026-01-17"))).hasStatusOk();
        assertThat(january()).extracting(Holiday::day).containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 17));
        int before = changed.get();

        assertThat(api.put("/api/v1/holidays", """
                [{"day": "2026-01-17", "name": "Làm bù ngày 2/1", "source": "Thông báo", "sure": false}]""")).hasStatusOk();

        assertThat(january()).extracting(Holiday::kind, Holiday::pairedWith).containsExactly(
                org.assertj.core.groups.Tuple.tuple(DayKind.OFF, LocalDate.of(2026, 1, 17)),
                org.assertj.core.groups.Tuple.tuple(DayKind.WORKING, LocalDate.of(2026, 1, 2)));
        assertThat(changed).as("a name moves nothing").hasValue(before);
    }

    @Test
    void aYearWithoutOneDayOfAPair_isWithoutTheOther() {
        api.as("office", "committeeOffice").put("/api/v1/holidays", PAIR.replace("2026-01-10", "2027-01-02"));
        assertThat(holidays.all()).extracting(Holiday::day).contains(LocalDate.of(2027, 1, 2));

        assertThat(api.put("/api/v1/holidays?year=2026", "[]")).hasStatusOk();

        assertThat(holidays.all()).extracting(Holiday::day).doesNotContain(LocalDate.of(2027, 1, 2));
    }

    @Test
    void aPreviewSaysHowManyTasksWouldMove_andWritesNothing() {
        assertThat(api.as("office", "committeeOffice").post("/api/v1/holidays:preview",
                "{\"items\": [{\"day\": \"2026-11-18\", \"name\": \"Bão\", \"source\": \"Công điện\"}]}")).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.moving", moving -> assertThat(moving).isEqualTo(1201))
                .hasPathSatisfying("$.sentence", text -> assertThat(text).isEqualTo("1.201 việc đang mở sẽ dời hạn."));
        assertThat(api.post("/api/v1/holidays:preview", "{\"remove\": [\"2026-09-02\"]}")).bodyJson()
                .extractingPath("$.moving").isEqualTo(1199);
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 11, 18))).isTrue();
        assertThat(changed).hasValue(0);
        assertRefused(api.post("/api/v1/holidays:preview", "{\"remove\": [\"2026-11-18\"]}"), 404, "day-unknown", null);
        assertRefused(api.as("officer1", "outreachOfficers").post("/api/v1/holidays:preview", "{}"), 403, "wrong-person", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'day':'2026-01-09','kind':'WORKING','pairedWith':'2026-01-02'}, {'day':'2026-01-02'} | field-range | rows[0].day",
        "{'day':'2026-01-10','kind':'WORKING'}, {'day':'2026-01-02'} | field-missing | rows[0].pairedWith",
        "{'day':'2026-01-10','kind':'WORKING','pairedWith':'2026-01-02'} | field-choice | rows[0].pairedWith",
        "{'day':'2026-01-10','kind':'WORKING','pairedWith':'2026-01-03'}, {'day':'2026-01-03'} | field-range | rows[0].pairedWith",
        "{'day':'2026-01-02','pairedWith':'2026-01-10'}, {'day':'2026-01-10'} | field-choice | rows[0].pairedWith",
        "{'day':'2026-01-02','kind':'HALF'} | field-choice | rows[0].kind"})
    void aPairThatIsNone_isRefused(String rows, String code, String field) {
        String body = "[" + rows.replace("{", "{'name':'A','source':'B',").replace('\'', '"') + "]";
        assertRefused(api.as("office", "committeeOffice").put("/api/v1/holidays", body), 422, code, field);
        assertThat(january()).isEmpty();
    }

    @Test
    void anOfficer_doesNotChangeTheTable() {
        assertRefused(api.put("/api/v1/holidays", "[]"), 403, "wrong-person", null);
        assertRefused(api.delete("/api/v1/holidays/2026-09-02"), 403, "wrong-person", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                                  | field-type    | rows",
        "[1]                                                                 | field-type    | rows[0]",
        "[{\"name\":\"A\",\"source\":\"B\"}]                                 | field-missing | rows[0].day",
        "[{\"day\":\"18/11/2026\",\"name\":\"A\",\"source\":\"B\"}]          | field-type    | rows[0].day",
        "[{\"day\":\"2026-02-30\",\"name\":\"A\",\"source\":\"B\"}]          | field-type    | rows[0].day",
        "[{\"day\":\"2025-11-18\",\"name\":\"A\",\"source\":\"B\"}]          | field-range   | rows[0].day",
        "[{\"day\":\"2026-11-18\",\"name\":\" \",\"source\":\"B\"}]          | field-missing | rows[0].name",
        "[{\"day\":\"2026-11-18\",\"name\":\"A\",\"source\":\"B\",\"sure\":\"x\"}] | field-type | rows[0].sure",
        "[{\"day\":\"2026-11-18\",\"name\":\"A\",\"source\":\"B\",\"tag\":1}] | field-unknown | rows[0].tag"})
    void aWrongRow_isNamedAndNothingChanges(String body, String code, String field) {
        assertRefused(api.as("office", "committeeOffice").put("/api/v1/holidays?year=2026", body), 422, code, field);

        assertThat(holidays.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).hasSize(13);
    }

    @Test
    void whatIsNoJson_isUnreadable() {
        assertRefused(api.as("office", "committeeOffice").put("/api/v1/holidays", "[{"), 400, "json-unreadable", null);
        assertRefused(api.as("office", "committeeOffice").put("/api/v1/holidays", ""), 400, "json-unreadable", null);
    }

    @Test
    void wrongMethodsAndParameters_areProblemsToo() {
        assertRefused(api.post("/api/v1/holidays", "[]"), 405, "method-unknown", null);
        assertRefused(api.get("/api/v1/holidays?year=soon"), 422, "field-type", "year");
    }
}
