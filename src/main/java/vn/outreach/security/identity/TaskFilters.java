package vn.outreach.security.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The filters that Tasklist opens with, the same lists as those of {@code /api/v1/tasks}. They ask for the reader's own
 * groups, so that no list looks at all tasks, and for no variables: the card fetches what it shows for the whole page.
 * They have no order: it would come before the one that the person chooses, which the page sets to the due date. A
 * filter is known by its mark, so that a later version can give it another name or question; what an administrator made
 * is left alone.
 */
@Component
class TaskFilters {

    /** The property by which a filter is known as the product's. */
    static final String MARK = "outreach";

    private static final String OWN_UNITS = "${currentUserGroups()}";
    private static final String OVERDUE = "${dueDays.overdue()}";

    /** Names by which filters of earlier versions are known, which carry no mark. */
    private static final Map<String, String> FORMER = Map.of(
            "Việc của tôi", "mine", "Việc của đơn vị", "unit", "Quá hạn", "overdue", "Đến hạn trong 3 ngày", "soon");

    private final FilterService filters;
    private final TaskService tasks;
    private final FilterQueries queries;

    TaskFilters(FilterService filters, TaskService tasks, FilterQueries queries) {
        this.filters = filters;
        this.tasks = tasks;
        this.queries = queries;
    }

    /**
     * One filter of the product. Only lists that are short by nature are fetched anew by themselves every ten seconds.
     */
    private record Wanted(String mark, String name, String description, boolean refresh, TaskQuery query) {}

    /** Writes only what differs; of a filter that two starts made at once, the older one stays. */
    void create() {
        Map<String, Filter> there = new HashMap<>();
        for (Filter filter :
                filters.createTaskFilterQuery().orderByFilterId().asc().unlimitedList()) {
            if (there.putIfAbsent(mark(filter), filter) != null) {
                filters.deleteFilter(filter.getId());
            }
        }
        List<Wanted> wanted = wanted();
        for (int i = 0; i < wanted.size(); i++) {
            put(wanted.get(i), i, there.get(wanted.get(i).mark()));
        }
    }

    private List<Wanted> wanted() {
        return List.of(
                new Wanted(
                        "mine",
                        "Việc của tôi",
                        "Việc đã giao cho tôi",
                        true,
                        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")),
                new Wanted(
                        "today",
                        "Hôm nay",
                        "Việc của tôi và đơn vị đến hạn hôm nay",
                        true,
                        ofUnits().dueAfterExpression(OVERDUE).dueBeforeExpression("${dueDays.within(0)}")),
                new Wanted(
                        "overdue",
                        "Quá hạn",
                        "Việc của tôi và đơn vị đã quá hạn",
                        false,
                        ofUnits().dueBeforeExpression(OVERDUE)),
                new Wanted(
                        "soon",
                        "Đến hạn trong 3 ngày",
                        "Việc của tôi và đơn vị đến hạn trong 3 ngày làm việc tới",
                        false,
                        ofUnits().dueAfterExpression(OVERDUE).dueBeforeExpression("${dueDays.within(3)}")),
                new Wanted(
                        "unclaimed",
                        "Chưa ai nhận",
                        "Việc của đơn vị tôi mà chưa ai nhận",
                        false,
                        tasks.createTaskQuery().taskCandidateGroupInExpression(OWN_UNITS)),
                new Wanted(
                        "deputy",
                        "Việc nhận thay",
                        "Việc của người đang vắng mặt mà tôi được cử thay",
                        false,
                        tasks.createTaskQuery().taskInvolvedUserExpression("${currentUser()}")),
                new Wanted(
                        "unit",
                        "Việc của đơn vị tôi",
                        "Việc của các đơn vị tôi tham gia, đã giao hay chưa",
                        false,
                        ofUnits()));
    }

    private TaskQuery ofUnits() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(OWN_UNITS).includeAssignedTasks();
    }

    private void put(Wanted wanted, int place, @Nullable Filter there) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(MARK, wanted.mark());
        properties.put("color", "#9d2235");
        properties.put("description", wanted.description());
        properties.put("priority", place);
        properties.put("refresh", wanted.refresh());
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of());
        Filter filter =
                filters.newTaskFilter(wanted.name()).setQuery(wanted.query()).setProperties(properties);
        if (there == null) {
            filters.saveFilter(filter);
        } else if (!isSame(there, filter)) {
            filters.saveFilter(
                    there.setName(wanted.name()).setQuery(wanted.query()).setProperties(properties));
        }
    }

    private boolean isSame(Filter there, Filter wanted) {
        return there.getName().equals(wanted.getName())
                && wanted.getProperties().equals(there.getProperties())
                && queries.text(there).equals(queries.text(wanted));
    }

    private static String mark(Filter filter) {
        Object mark =
                filter.getProperties() == null ? null : filter.getProperties().get(MARK);
        return mark == null ? FORMER.getOrDefault(filter.getName(), Objects.toString(filter.getId())) : mark.toString();
    }
}
