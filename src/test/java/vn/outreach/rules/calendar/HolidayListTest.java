package vn.outreach.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.intake.Lists.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.background.Background;
import vn.outreach.intake.Lists;
import vn.outreach.intake.Lists.Answer;
import vn.outreach.testing.OutreachTest;

/** Days off from a list over REST: written, the same again, taken back. */
@Tag("both-databases")
class HolidayListTest extends OutreachTest {

    @Autowired
    private List<Background> background;

    @Autowired
    private Holidays holidays;

    private int changes() {
        return jdbc.sql("select count(*) from calendar_change").query(Integer.class).single();
    }

    private List<Holiday> year() {
        return holidays.between(LocalDate.of(2041, 1, 1), LocalDate.of(2041, 12, 31));
    }

    @Test
    void beforeItIsWrittenAListSaysHowManyLimitsMove() {
        at(LocalDate.of(2026, 10, 5));
        startPhase("survey", enterprise());
        Lists office = new Lists(port, "office", password("office"));
        JsonNode list = office.take("DAYS_OFF", "Bão.xlsx", Lists.sheet("2026", cells("Ngày nghỉ", "Tên ngày nghỉ"),
                cells(LocalDate.of(2026, 10, 7), "Nghỉ tránh bão"))).json();

        assertThat(list.path("consequence").asText()).matches("[1-9][0-9.]* việc đang mở sẽ dời hạn\\.");
        assertThat(office.send("DELETE", "/" + list.get("id"), Map.of()).status()).isEqualTo(204);
    }

    @Test
    void daysOffAreWritten_theSameListChangesNothing_andTheyAreTakenBack() {
        Lists office = new Lists(port, "office", password("office"));
        byte[] file = Lists.sheet("2041",
                cells("Ngày nghỉ", "Tên ngày nghỉ", "Loại", "Chắc chắn"),
                cells(LocalDate.of(2041, 1, 1), "Tết Dương lịch", "Nghỉ", "Có"),
                cells(LocalDate.of(2041, 4, 30), "Ngày Giải phóng", null, "Không"),
                cells(LocalDate.of(2041, 5, 4), "Làm bù 30/4", "Làm bù", null),
                cells(LocalDate.of(2041, 1, 1), "Tết", null, null),
                cells(LocalDate.of(2041, 5, 11), "Làm bù", "Đi làm bù", null),
                cells(LocalDate.of(2041, 5, 11), "Làm bù ngày 02/05", "Làm việc", null));

        Answer sent = office.take("DAYS_OFF", "Ngày nghỉ 2041.xlsx", file);
        JsonNode list = sent.json();

        assertThat(list.path("counts").toString()).as("%s", sent).isEqualTo("{\"NEW\":4,\"REFUSED\":2}");
        assertThat(list.path("consequence").asText()).isEqualTo("Không có việc đang mở nào dời hạn.");
        assertThat(office.get("/" + list.get("id") + "/rows?state=REFUSED").json().get("items").findValuesAsText("sentence")).containsExactly(
                "Dòng 5 trùng ngày với dòng 2.", "Dòng 6: Thiếu “Làm bù cho ngày”.");
        office.send("POST", "/" + list.get("id") + "/apply", Map.of("mode", "VALID_ROWS"));
        int changes = changes();
        background.stream().filter(each -> each.title().equals("Nạp danh sách từ Excel")).forEach(Background::pass);

        assertThat(changes()).as("limits are counted anew").isEqualTo(changes + 1);
        assertThat(year()).containsExactly(
                new Holiday(LocalDate.of(2041, 1, 1), "Tết Dương lịch", "Danh sách “Ngày nghỉ 2041.xlsx”", true),
                new Holiday(LocalDate.of(2041, 4, 30), "Ngày Giải phóng", "Danh sách “Ngày nghỉ 2041.xlsx”", false, DayKind.OFF, LocalDate.of(2041, 5, 4)),
                new Holiday(LocalDate.of(2041, 5, 4), "Làm bù 30/4", "Danh sách “Ngày nghỉ 2041.xlsx”", true, DayKind.WORKING, LocalDate.of(2041, 4, 30)));
        assertThat(office.get("/" + list.get("id") + "/rows?state=REFUSED").json().get("items").findValuesAsText("sentence")).contains(
                "Dòng 7: Ngày 11/05/2041 và ngày 02/05/2041 phải được nhập cùng nhau: một ngày nghỉ trong tuần, một ngày làm bù.");
        assertThat(office.take("DAYS_OFF", "Ngày nghỉ.xlsx", file).json().get("counts").toString()).isEqualTo("{\"NEW\":1,\"SAME\":3,\"REFUSED\":2}");

        office.send("POST", "/" + list.get("id") + "/undo", Map.of("reason", "Nhầm năm"));

        assertThat(year()).isEmpty();
        assertThat(new Lists(port, "officer1", password("officer1")).take("DAYS_OFF", "a.xlsx", file).status()).isEqualTo(403);
    }
}
