package vn.outreach.work.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TaskId;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Paging;

/** {@code GET /api/v1/tasks}: the open tasks that the asking person may see, as a list or by their ids. */
@RestController
class TaskController {

    private static final int MOST_IDS = 100;
    private static final String BY_DUE = "dueAt";

    private final TaskList list;
    private final CurrentUserProvider asking;

    TaskController(TaskList list, CurrentUserProvider asking) {
        this.list = list;
        this.asking = asking;
    }

    @GetMapping("/api/v1/tasks")
    TaskPage tasks(
            @RequestParam(required = false) String filter,
            @RequestParam(required = false) String whose,
            @RequestParam(required = false) String zone,
            @RequestParam(required = false) String enterprise,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "false") boolean count,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        Paging paging =
                Paging.of(page, size, sort == null || sort.isBlank() ? BY_DUE : sort, TaskRows.SORTED_BY, TaskRows.KEY);
        return list.find(TaskQuestion.of(asking.current(), filter, whose, zone, enterprise, q), paging, count);
    }

    /** For each ready list of the asking person, how many tasks it has. */
    @GetMapping("/api/v1/tasks/counts")
    Map<String, Integer> counts() {
        return list.counts(asking.current());
    }

    /** In the order of the list, without those that are gone or not the asking person's to see. */
    @GetMapping(value = "/api/v1/tasks", params = "ids")
    TaskPage tasks(@RequestParam String ids) {
        FieldName name = new FieldName("ids", "Danh sách việc");
        List<String> asked = Arrays.stream(ids.split(","))
                .map(id -> new TaskId().read(name, id))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (asked.size() > MOST_IDS) {
            throw Refusal.invalid(
                    "field-range",
                    "ids",
                    "Mỗi lần hỏi được nhiều nhất %s việc.".formatted(WholeNumber.shown(MOST_IDS)));
        }
        return list.ofIds(asking.current(), asked);
    }
}
