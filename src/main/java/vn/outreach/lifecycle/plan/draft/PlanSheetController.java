package vn.outreach.lifecycle.plan.draft;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.ShownRows;
import vn.outreach.web.SheetAnswer;

/** A plan's rows as a file of Excel. */
@RestController
class PlanSheetController {

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
        return SheetAnswer.of("ke-hoach-nam-" + year + ".xlsx", out -> sheet.write(year, rows.of(year), out));
    }
}
