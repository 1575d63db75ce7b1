package vn.outreach.lifecycle.plan.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.ShownRows;
import vn.outreach.web.FileAnswer;

/** A plan's rows as a file of Excel. */
@RestController
class PlanSheetController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PlanYears years;
    private final PlanHeads heads;
    private final ShownRows rows;
    private final PlanSheet sheet;

    PlanSheetController(PlanYears years, PlanHeads heads, ShownRows rows, PlanSheet sheet) {
        this.years = years;
        this.heads = heads;
        this.rows = rows;
        this.sheet = sheet;
    }

    @GetMapping("/api/v1/plans/{year}/rows.xlsx")
    ResponseEntity<byte[]> file(@PathVariable int year) {
        heads.require(years.checked(year));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            sheet.write(year, rows.of(year), file);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("A sheet in memory cannot be written", inMemory);
        }
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment("ke-hoach-nam-" + year + ".xlsx"))
                .body(file.toByteArray());
    }
}
