package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.Marker;
import vn.outreach.testing.OutreachTest;

/** Expressions in queries run with all of Java behind them (CVE-2026-109432): no query brings one in, by no way in. */
class QueryExpressionsTest extends OutreachTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";
    private static final Map<String, Object> ATTACK = Map.of("assigneeExpression", Marker.JUEL);
    private static final Map<String, Object> NESTED = Map.of("orQueries", List.of(ATTACK));
    private static final Map<String, Object> DEEP =
            Map.of("orQueries", List.of(Map.of("name", "x", "orQueries", List.of(ATTACK))));

    @Autowired
    private FilterService filters;

    private int before;

    @BeforeEach
    void countMarkers() {
        before = Marker.made();
    }

    @AfterEach
    void nothingRanAndNoFilterStays() {
        jdbc.sql("delete from ACT_RU_FILTER where NAME_ like 'attack%'").update();
        assertThat(Marker.made()).as("expressions that ran").isEqualTo(before);
    }

    // --- queries ---------------------------------------------------------------------------------------------------

    @Test
    void noTaskQueryBringsAnExpression_onBothApisAndAtAnyDepth() {
        for (Map<String, Object> body : List.of(ATTACK, NESTED, DEEP)) {
            for (String path : List.of("/task", "/task/count", "/task?maxResults=5")) {
                assertRefused(rest("officer1").post(REST + path, body));
                assertRefused(rest("officer1").post(REST + "/engine/default" + path, body));
                assertRefused(rest("admin").post(REST + path, body));
                assertRefused(webapp("officer1").post(WEBAPPS + path, body));
            }
        }
    }

    @Test
    void noStoredFilterIsExtendedByAnExpression() {
        String own = filters.createFilterQuery().filterName("Việc của tôi").singleResult().getId();
        for (Map<String, Object> body : List.of(ATTACK, NESTED, DEEP)) {
            for (String path : List.of("/list", "/count", "/singleResult", "/list?firstResult=0&maxResults=5")) {
                assertRefused(rest("officer1").post(REST + "/filter/" + own + path, body));
                assertRefused(webapp("officer1").post(WEBAPPS + "/filter/" + own + path, body));
            }
        }
    }

    @Test
    void noJavaCallerBringsAnExpression() {
        TaskQuery nested = tasks.createTaskQuery().or().taskAssigneeExpression(Marker.JUEL).taskName("x").endOr();
        assertRefused(query -> as("officer1", query::list), nested);
        assertRefused(query -> as("officer1", query::count), nested);
        assertRefused(query -> as("officer1", query::singleResult), nested);
        assertRefused(query -> as("officer1", query::unlimitedList), nested);
        assertRefused(query -> as("officer1", () -> query.listPage(0, 5)), nested);
        // Nor the product itself, should a request ever reach one of its queries.
        assertRefused(TaskQuery::list, nested);

        TaskQueryImpl third = new TaskQueryImpl();
        third.taskAssigneeExpression(Marker.JUEL);
        TaskQueryImpl second = new TaskQueryImpl();
        second.addOrQuery(third);
        TaskQueryImpl first = (TaskQueryImpl) tasks.createTaskQuery();
        first.addOrQuery(second);
        assertRefused(TaskQuery::list, first);

        String own = filters.createFilterQuery().filterName("Việc của tôi").singleResult().getId();
        TaskQuery extension = tasks.createTaskQuery().or().taskAssigneeExpression(Marker.JUEL).taskName("x").endOr();
        assertRefused(query -> as("officer1", () -> filters.list(own, query)), extension);
        assertRefused(query -> as("officer1", () -> filters.count(own, query)), extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${currentUser().getClass()}", "${currentUser()}${currentUser()}", "x${currentUser()}", "${currentUser() }",
        "${now().getClass()}", "${now().toInstant()}", "${dateTime().getClass()}", "${dateTime().plusDays(1).getChronology()}",
        "${dateTime().plusDays(dateTime().getYear())}", "${dateTime().plusDays('1')}", "${dateTime().toDate().getClass()}",
        "${dateTime().toDate().plusDays(1)}", "${dateTime().plusDays(9999999)}", "${tasks}", "officer1", "",
        "${dateTime()\n.plusDays(1)}", "${execution}", "${dueDays}", "${dueDays.getClass()}", "${dueDays.overdue().getClass()}",
        "${dueDays.within(100)}", "${dueDays.within('3')}", "${dueDays.within(dueDays.left(null))}", "${dueDays.left(now())}", "#{''.getClass()}"
    })
    void whatLooksLikeAnAllowedOneIsNone(String expression) {
        TaskQuery query = tasks.createTaskQuery().or().dueBeforeExpression(expression).taskName("x").endOr();
        assertRefused(TaskQuery::list, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${now()}", "#{now()}", "${dateTime()}", "${dateTime().plusDays(3)}", "${dateTime().minusWeeks(1).withTimeAtStartOfDay()}",
        "${dateTime().plusMonths(1).withDayOfMonth(1).withHourOfDay(8).toDate()}", "${dueDays.overdue()}", "${dueDays.within(0)}",
        "#{dueDays.within(30)}"
    })
    void whatFiltersNeedIsAllowed(String expression) {
        String task = surveyTask();
        Filter filter = filters.newTaskFilter("attack-none " + UUID.randomUUID());
        filter.setQuery(tasks.createTaskQuery().or().dueAfterExpression(expression).taskId(task).endOr());
        filters.saveFilter(filter);
        assertThat(as("officer1", () -> filters.count(filter.getId()))).isPositive();
    }

    @Test
    void theProductsOwnFiltersWork_extendedToo() {
        String taxCode = enterprise();
        rest("officer1").startCase(taxCode).ok();
        for (Filter filter : filters.createFilterQuery().list()) {
            Map<String, Object> ofCase = Map.of("processInstanceBusinessKey", taxCode);
            rest("officer1").post(REST + "/filter/" + filter.getId() + "/list?maxResults=15", ofCase).ok();
            webapp("officer1").post(WEBAPPS + "/filter/" + filter.getId() + "/count", ofCase).ok();
        }
        String own = filters.createFilterQuery().filterName("Việc của tôi").singleResult().getId();
        assertThat(rest("officer1").post(REST + "/filter/" + own + "/count",
                Map.of("processInstanceBusinessKey", taxCode)).ok().json().get("count").asInt()).isEqualTo(1);
    }

    // --- filters -----------------------------------------------------------------------------------------------------

    @Test
    void onlyAdministratorsMakeAndChangeFilters() {
        Map<String, Object> harmless = filterBody(Map.of("assignee", "officer1"));
        assertThat(rest("officer1").post(REST + "/filter/create", harmless).status()).isEqualTo(403);
        assertThat(webapp("officer1").post(WEBAPPS + "/filter/create", harmless).status()).isEqualTo(403);
        assertThat(rest("board").post(REST + "/filter/create", harmless).status()).isEqualTo(403);
        assertThat(rest("integration").post(REST + "/filter/create", harmless).status()).isEqualTo(403);
        assertThatThrownBy(() -> as("officer1", () -> filters.newTaskFilter("attack"))).isInstanceOf(AuthorizationException.class);

        String id = rest("admin").post(REST + "/filter/create", harmless).ok().json().get("id").asText();
        assertThat(rest("officer1").put(REST + "/filter/" + id, filterBody(Map.of("assignee", "x"))).status()).isEqualTo(403);
        assertThat(rest("officer1").send("DELETE", REST + "/filter/" + id, null).status()).isEqualTo(403);
        assertThat(((TaskQueryImpl) filters.getFilter(id).getQuery()).getAssignee()).isEqualTo("officer1");
    }

    @Test
    void noFilterWithAnExpressionIsStored_byAnAdministratorNeither() {
        String id = rest("admin").post(REST + "/filter/create", filterBody(Map.of("name", "x"))).ok().json().get("id").asText();
        for (Map<String, Object> query : List.of(ATTACK, NESTED, DEEP)) {
            assertRefused(rest("admin").post(REST + "/filter/create", filterBody(query)));
            assertRefused(webapp("admin").post(WEBAPPS + "/filter/create", filterBody(query)));
            assertRefused(rest("admin").put(REST + "/filter/" + id, filterBody(query)));
        }
        Filter filter = filters.getFilter(id);
        filter.setQuery(tasks.createTaskQuery().or().taskAssigneeExpression(Marker.JUEL).taskName("x").endOr());
        assertThatThrownBy(() -> filters.saveFilter(filter)).hasCauseInstanceOf(Refusal.class);
        assertThat(((TaskQueryImpl) filters.getFilter(id).getQuery()).getQueries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"taskAssigneeExpression\": \"%s\"}", "{\"orQueries\": [{\"taskAssigneeExpression\": \"%s\"}]}",
        "{\"orQueries\": [{\"orQueries\": [{\"taskAssigneeExpression\": \"%s\"}]}]}"
    })
    void aFilterThatWasPoisonedInTheDatabaseDoesNotRun(String query) {
        String id = rest("admin").post(REST + "/filter/create", filterBody(Map.of("name", "x"))).ok().json().get("id").asText();
        jdbc.sql("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?").params(query.formatted(Marker.JUEL), id).update();
        for (String path : List.of("/list", "/count", "/singleResult")) {
            assertRefused(rest("officer1").get(REST + "/filter/" + id + path));
            assertRefused(rest("officer1").post(REST + "/filter/" + id + path, Map.of()));
            assertRefused(webapp("officer1").post(WEBAPPS + "/filter/" + id + path, Map.of("name", "x")));
        }
        assertRefused(rest("officer1").get(REST + "/filter/" + id + "?itemCount=true"));
        assertThatThrownBy(() -> as("officer1", () -> filters.list(id))).hasCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> filters.count(id)).hasCauseInstanceOf(Refusal.class);
        rest("admin").send("DELETE", REST + "/filter/" + id, null).ok();
        assertThat(filters.createFilterQuery().filterId(id).count()).isZero();
    }

    // -------------------------------------------------------------------------------------------------------------------

    private String surveyTask() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        return task(taxCode, "scheduleSurvey").getId();
    }

    private static Map<String, Object> filterBody(Map<String, Object> query) {
        return Map.of("resourceType", "Task", "name", "attack " + UUID.randomUUID(), "query", query, "properties", Map.of());
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, password(user));
    }

    private static void assertRefused(Rest.Answer answer) {
        // 403 and 404 come from the access rules, at the addresses that are open to others or to nobody.
        assertThat(answer.status()).as("%s", answer).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("Marker").doesNotContain("org.camunda");
    }

    private static void assertRefused(Consumer<TaskQuery> ask, TaskQuery query) {
        assertThatThrownBy(() -> ask.accept(query)).hasCauseInstanceOf(Refusal.class).hasMessageContaining("biểu thức");
    }
}
