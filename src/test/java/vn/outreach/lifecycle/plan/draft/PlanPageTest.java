package vn.outreach.lifecycle.plan.draft;

import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.PlanFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import vn.outreach.OutreachApplication;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** What the plan's page asks beside rows and head: whom a row may name, and the rows as a sheet. */
@Tag("both-databases")
class PlanPageTest {

    private static final String PATH = "/api/v1/plans/2026";
    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final Api api = new Api();
    private final PlanSheetController sheets;

    PlanPageTest() {
        PlanFixture plan = new PlanFixture(database, RegisterFixture.on(database, CLOCK), api, CLOCK);
        PeopleNames names = ids -> Map.of("officer1", "Nguyễn Thị Hòa");
        PlanYears years = new PlanYears(CLOCK);
        sheets = new PlanSheetController(years, plan.heads, plan.shownRows, new PlanSheet(names, SystemsFixture.units()));
        api.serving(plan.rowController,
                sheets,
                new PlanChoicesController(years, SystemsFixture.units(),
                        new ResponsiblePeople(SystemsFixture.units(), PlanFixture.MEMBERSHIPS, PlanFixture.MEMBERS), PlanFixture.MEMBERS));
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        api.as("organisation", "organisationBoard");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRowMayNameWhoMayBeResponsible_andTheUnitsThatAnswer() {
        assertThat(api.get(PATH + "/choices")).hasStatusOk().bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.members[*].id").asArray().containsExactlyInAnyOrder("officer1", "officer2", "officer3");
            assertThat(json).extractingPath("$.units[?(@.id=='youthUnion')].name").asArray().containsExactly("Đoàn Thanh niên");
        });
    }

    @Test
    void theSheetSaysWhatThePageSays_andRunsNothing() throws IOException {
        api.put(PATH + "/rows/" + STEEL, """
                {"responsibleMember": "officer1", "unit": "youthUnion", "admissionTarget": 2, "measures": ["CELL"], "startOn": "2026-12-01",
                 "product": "=1+2", "note": "+84 chi bộ"}""");

        ResponseEntity<byte[]> answer = sheets.file(2026);

        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("ke-hoach-nam-2026.xlsx");
        Map<String, String> parts = parts(answer.getBody());
        String texts = parts.get("xl/sharedStrings.xml");
        assertThat(texts).contains("Mã số thuế", STEEL, "Nguyễn Thị Hòa", "Đoàn Thanh niên", "Thành lập chi bộ", "Chưa bắt đầu")
                .contains(">&apos;=1+2<", ">&apos;+84 chi bộ<").doesNotContain(">=1+2<");
        assertThat(texts).as("a draft shows today's rank").contains("Hạng", "Lý do xếp hạng", "Hạng 8: chưa khảo sát", "Sản phẩm", "Đơn vị phối hợp",
                "Bắt đầu từ", "Hoàn thành trước");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>8</v>", "<v>2</v>").doesNotContain("<f>");
    }

    @Test
    void aYearWithoutAPlanHasNoSheet() {
        assertRefused(api.get("/api/v1/plans/2025/rows.xlsx"), 404, "plan-unknown", null);
    }

    /** The parts of the file as text; characters that were written by their numbers are characters again. */
    private static Map<String, String> parts(byte[] file) throws IOException {
        Path sheet = Files.write(Files.createTempFile("plan", ".xlsx"), file);
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(sheet.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(part.getName(), Pattern.compile("&#x([0-9a-f]+);").matcher(xml)
                        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))));
            }
        } finally {
            Files.delete(sheet);
        }
        return parts;
    }
}
