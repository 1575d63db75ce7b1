package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.OutreachTest;

/** The filters that Tasklist opens with show by the engine what the product's own lists show. */
@Tag("both-databases")
class TaskFiltersTest extends OutreachTest {

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskFilters taskFilters;

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2026-10-02, Quá hạn",
        "2026-10-05, 2026-10-05, Hôm nay; Đến hạn trong 3 ngày",
        "2026-10-05, 2026-10-08, Đến hạn trong 3 ngày",
        "2026-10-05, 2026-10-09, ''",
        "2026-10-10, 2026-10-09, Hôm nay; Đến hạn trong 3 ngày",
        "2026-10-12, 2026-10-09, Quá hạn",
        "2026-02-13, 2026-02-25, Đến hạn trong 3 ngày",
        "2026-02-13, 2026-02-26, ''"
    })
    void limitsAreCountedInWorkingDays(LocalDate today, LocalDate due, String lists) {
        Task task = survey(enterprise());
        at(today);
        tasks.setDueDate(task.getId(), Date.from(due.atTime(17, 0).atZone(OutreachApplication.ZONE.toZoneId()).toInstant()));
        assertThat(of("officer2", task.getId(), "Hôm nay", "Quá hạn", "Đến hạn trong 3 ngày")).isEqualTo(lists);
    }

    @Test
    void mineAndTheUnitsAndNobodys() {
        Task task = survey(enterprise());
        String[] whose = {"Việc của tôi", "Chưa ai nhận", "Việc của đơn vị tôi"};
        assertThat(of("officer1", task.getId(), whose)).isEqualTo("Việc của tôi; Việc của đơn vị tôi");
        assertThat(of("officer2", task.getId(), whose)).isEqualTo("Việc của đơn vị tôi");
        assertThat(of("propaganda", task.getId(), whose)).isEmpty();
        tasks.setAssignee(task.getId(), null);
        assertThat(of("officer2", task.getId(), whose)).isEqualTo("Chưa ai nhận; Việc của đơn vị tôi");
    }

    /** An order of the filter's own would come before what the person chooses in Tasklist, and make that do nothing. */
    @Test
    void thePersonsOrderCounts() {
        List<String> ids = List.of(survey(enterprise()).getId(), survey(enterprise()).getId(), survey(enterprise()).getId());
        List<Integer> priorities = List.of(30, 90, 60);
        for (int i = 0; i < ids.size(); i++) {
            tasks.setPriority(ids.get(i), priorities.get(i));
        }
        TaskQuery asked = tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).orderByTaskPriority().desc();
        List<Task> found = as("officer1", () -> filters.listPage(filter("Việc của tôi").getId(), asked, 0, 15));
        assertThat(found).extracting(Task::getPriority).containsExactly(90, 60, 30);
    }

    @Test
    void noFilterShowsACount_orFetchesVariables_orAsksAnewByItselfButTheShortOnes() {
        for (Filter filter : ownFilters()) {
            Map<String, Object> properties = filter.getProperties();
            assertThat(properties).as(filter.getName()).doesNotContainKey("showTaskCount").containsEntry("variables", List.of());
            assertThat(properties.get("refresh")).as(filter.getName())
                    .isEqualTo(List.of("Việc của tôi", "Hôm nay").contains(filter.getName()));
        }
        assertThat(ownFilters()).extracting(Filter::getName).containsExactlyInAnyOrder("Việc của tôi", "Hôm nay", "Quá hạn",
                "Đến hạn trong 3 ngày", "Chưa ai nhận", "Việc nhận thay", "Việc của đơn vị tôi");
    }

    @Test
    void aFilterOfAnEarlierVersionIsBroughtUpToDate_andAnAdministratorsOwnIsLeftAlone() {
        Filter unit = filter("Việc của đơn vị tôi");
        String id = unit.getId();
        unit.setName("Việc của đơn vị");
        unit.setProperties(Map.of("priority", 7, "refresh", true));
        filters.saveFilter(unit);
        Filter other = filters.newTaskFilter("Lọc riêng");
        other.setQuery(tasks.createTaskQuery().taskAssignee("officer1"));
        other.setProperties(Map.of("color", "#123456"));
        filters.saveFilter(other);

        taskFilters.create();
        taskFilters.create();

        assertThat(filter("Việc của đơn vị tôi").getId()).isEqualTo(id);
        assertThat(ownFilters()).hasSize(7);
        assertThat(filters.getFilter(other.getId()).getProperties()).isEqualTo(Map.of("color", "#123456"));
        filters.deleteFilter(other.getId());
    }

    /** Two nodes that start at once would else meet on the same rows. */
    @Test
    void aFurtherStartWritesNothing_andMakesOneOfTwo() {
        List<Map<String, Object>> before = rows();
        taskFilters.create();
        assertThat(rows()).isEqualTo(before);

        Filter twin = filters.newTaskFilter("Quá hạn");
        twin.setQuery(tasks.createTaskQuery());
        twin.setProperties(Map.of(TaskFilters.MARK, "overdue"));
        filters.saveFilter(twin);
        taskFilters.create();
        assertThat(ownFilters()).hasSize(7);
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select id_, rev_, name_ from ACT_RU_FILTER order by id_").query().listOfRows();
    }

    private Task survey(String taxCode) {
        start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode);
        return task(taxCode, "scheduleSurvey");
    }

    /** Those of the filters that show this person the task. */
    private String of(String person, String taskId, String... names) {
        return String.join("; ", List.of(names).stream()
                .filter(name -> as(person, () -> filters.count(filter(name).getId(), tasks.createTaskQuery().taskId(taskId))) > 0)
                .toList());
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private List<Filter> ownFilters() {
        return filters.createFilterQuery().unlimitedList().stream()
                .filter(filter -> filter.getProperties().containsKey(TaskFilters.MARK)).toList();
    }
}
