package vn.outreach.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.time.Clock;
import java.time.LocalDate;
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
    private final Api api = new Api();

    HolidayControllerTest() {
        api.serving(new HolidayController(holidays, workingDays, database.transaction(), api,
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

    @Test
    void anOfficer_doesNotChangeTheTable() {
        assertRefused(api.put("/api/v1/holidays", "[]"), 403, "wrong-person", null);
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
