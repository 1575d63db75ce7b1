package vn.outreach.work.bulk;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;

/**
 * {@code POST /api/v1/tasks:bulk} {action, taskIds, user, dueDate, comment, fields}: 200 with a result for each task.
 */
@RestController
class BulkController {

    private final BulkWorkflow bulk;
    private final CurrentUserProvider asking;

    BulkController(BulkWorkflow bulk, CurrentUserProvider asking) {
        this.bulk = bulk;
        this.asking = asking;
    }

    /** In the order of the tasks that were sent. */
    record BulkResult(int total, int done, int refused, List<BulkRow> rows) {}

    @PostMapping("/api/v1/tasks:bulk")
    BulkResult run(@RequestBody Map<String, Object> json) {
        List<BulkRow> rows = bulk.run(BulkOrder.of(json), asking.current());
        int done = (int) rows.stream().filter(BulkRow::done).count();
        return new BulkResult(rows.size(), done, rows.size() - done, rows);
    }
}
