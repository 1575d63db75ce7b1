package vn.outreach.work.reminder;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Text;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.Paging;

/** {@code GET /api/v1/overdue}: open tasks whose limit has passed, the longest first. */
@RestController
class OverdueController {

    private static final int LONGEST_UNIT = 64;

    private final OverdueTasks overdue;
    private final CurrentUserProvider asking;

    OverdueController(OverdueTasks overdue, CurrentUserProvider asking) {
        this.overdue = overdue;
        this.asking = asking;
    }

    @GetMapping("/api/v1/overdue")
    Overdue overdue(
            @RequestParam(required = false) String unit,
            @RequestParam(defaultValue = "false") boolean count,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        Paging paging = Paging.of(page, size, sort, OverdueRows.SORTED_BY, OverdueRows.OLDEST_FIRST);
        String asked = Body.parameter("unit", "Đơn vị", unit, Text.line(LONGEST_UNIT));
        return overdue.find(asking.current(), asked, paging, count);
    }
}
