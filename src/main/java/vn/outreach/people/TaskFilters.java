package vn.outreach.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters that Tasklist opens with. They ask for the reader's own groups, so that no list counts all tasks. */
@Component
class TaskFilters {

    private static final String OWN_UNITS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void create() {
        filter("Việc của tôi", "Việc đã giao cho tôi", 0, byDue(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
        filter("Việc của đơn vị", "Việc của các đơn vị tôi tham gia, đã giao hay chưa", 1, byDue(ofUnits()));
        filter("Quá hạn", "Việc của tôi và đơn vị đã quá hạn", 2, byDue(ofUnits().dueBeforeExpression("${now()}")));
        filter(
                "Đến hạn trong 3 ngày",
                "Việc của tôi và đơn vị đến hạn trong ba ngày tới",
                3,
                byDue(ofUnits().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}")));
    }

    private TaskQuery ofUnits() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(OWN_UNITS).includeAssignedTasks();
    }

    private static TaskQuery byDue(TaskQuery query) {
        return query.orderByDueDate().asc();
    }

    private void filter(String name, String description, int priority, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        Map<String, Object> properties = new HashMap<>();
        properties.put("color", "#9d2235");
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        Map.of("name", "enterpriseName", "label", "Doanh nghiệp"),
                        Map.of("name", "enterpriseCode", "label", "Mã số thuế"),
                        Map.of("name", "stage", "label", "Giai đoạn")));
        filter.setProperties(properties);
        filters.saveFilter(filter);
    }
}
