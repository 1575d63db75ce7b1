package vn.outreach.work.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Text;
import vn.outreach.register.enterprise.SearchWords;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** {@code GET /api/v1/search?q=}: the search field of the header, answered while somebody types. */
@RestController
class SearchController {

    private static final int LONGEST = 255;

    private final EnterpriseFinder enterprises;
    private final TaskList tasks;
    private final CurrentUserProvider asking;

    SearchController(EnterpriseFinder enterprises, TaskList tasks, CurrentUserProvider asking) {
        this.enterprises = enterprises;
        this.tasks = tasks;
        this.asking = asking;
    }

    /** What was found; {@code hasMore} where more words would help. */
    record Result(List<Hit> items, boolean hasMore) {}

    /** An enterprise with those of its open tasks that the asking person sees, the most urgent first. */
    record Hit(String taxCode, String name, String zone, Integer workers, String stageName, List<TaskLine> tasks) {}

    @GetMapping("/api/v1/search")
    Result search(@RequestParam(required = false) String q) {
        SearchWords words = SearchWords.of(Body.parameter("q", "Từ khóa", q, Text.lines(LONGEST)));
        if (words.isEmpty()) {
            return new Result(List.of(), false);
        }
        List<EnterpriseFinder.Found> found = enterprises.find(words);
        List<EnterpriseFinder.Found> shown =
                found.stream().limit(EnterpriseFinder.MOST).toList();
        Map<String, List<TaskLine>> open = open(asking.current(), shown);
        return new Result(
                shown.stream()
                        .map(one -> new Hit(
                                one.taxCode(),
                                one.name(),
                                one.zone(),
                                one.workers(),
                                one.stage().label(),
                                open.getOrDefault(one.taxCode(), List.of())))
                        .toList(),
                found.size() > shown.size());
    }

    @GetMapping("/api/v1/zones")
    List<String> zones() {
        return enterprises.zones();
    }

    private Map<String, List<TaskLine>> open(CurrentUser person, List<EnterpriseFinder.Found> shown) {
        Map<String, List<TaskLine>> open = new HashMap<>();
        List<String> taxCodes =
                shown.stream().map(EnterpriseFinder.Found::taxCode).toList();
        for (TaskLine task : tasks.ofEnterprises(person, taxCodes)) {
            if (task.enterprise() != null) {
                open.computeIfAbsent(task.enterprise().taxCode(), any -> new ArrayList<>())
                        .add(task);
            }
        }
        return open;
    }
}
