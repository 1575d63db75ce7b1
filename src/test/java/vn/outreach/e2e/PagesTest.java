package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** Nobody gets a list without end: what is asked for is a page of at most 500 rows, on every way in. */
class PagesTest extends OutreachTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    @Autowired
    private FilterService filters;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @ParameterizedTest
    @ValueSource(strings = {
        "/task", "/process-instance", "/history/process-instance", "/history/task", "/history/activity-instance",
        "/history/variable-instance", "/variable-instance", "/execution", "/user", "/group", "/authorization",
        "/deployment", "/incident", "/job",
        "/external-task", "/history/user-operation", "/batch"
    })
    void aListOfTheEngineIsAPage(String path) {
        for (String page : List.of("", "?maxResults=501", "?firstResult=0", "?maxResults=2147483647", "?maxResults=-1",
                "?firstResult=-1&maxResults=5")) {
            assertRefused(rest("admin").get("/engine-rest" + path + page));
            assertRefused(webapp("admin").get(WEBAPPS + path + page));
        }
        rest("admin").get("/engine-rest" + path + "?maxResults=500").ok();
        webapp("admin").get(WEBAPPS + path + "?firstResult=0&maxResults=50").ok();
        rest("admin").get("/engine-rest" + path + "/count").ok();
    }

    /** Tasklist and Cockpit want these whole. */
    @ParameterizedTest
    @ValueSource(strings = {"/process-definition", "/decision-definition", "/filter", "/job-definition"})
    void aListOfWhatModelsAndAdministratorsMadeIsCutToAPage(String path) {
        int usual = engine.getQueryMaxResultsLimit();
        engine.setQueryMaxResultsLimit(2);
        try {
            for (String page : List.of("", "?maxResults=2000", "?firstResult=0")) {
                assertThat(rest("admin").get("/engine-rest" + path + page).ok().json()).as(path + page).hasSize(2);
                assertThat(webapp("admin").get(WEBAPPS + path + page).ok().json()).as(path + page).hasSize(2);
            }
            assertRefused(rest("admin").get("/engine-rest" + path + "?maxResults=-1"));
            Map<String, Object> ids = Map.of("idIn", List.of("outreachOfficers", "heads", "youthUnion"), "maxResults", 3);
            assertThat(webapp("board").post(WEBAPPS + "/group", ids).ok().json()).hasSize(2);
        } finally {
            engine.setQueryMaxResultsLimit(usual);
        }
    }

    @Test
    void soIsAListThatIsAskedForByAFilterOrABody() {
        String own = filters.createFilterQuery().filterName("Việc của tôi").singleResult().getId();
        for (String page : List.of("", "?maxResults=501", "?maxResults=-1", "?firstResult=-1&maxResults=5")) {
            assertRefused(rest("officer1").get("/engine-rest/filter/" + own + "/list" + page));
            assertRefused(webapp("officer1").post(WEBAPPS + "/filter/" + own + "/list" + page, Map.of()));
            assertRefused(rest("officer1").post("/engine-rest/task" + page, Map.of()));
            assertRefused(webapp("officer1").post(WEBAPPS + "/history/process-instance" + page, Map.of()));
        }
        rest("officer1").get("/engine-rest/filter/" + own + "/list?maxResults=15").ok();
        rest("officer1").post("/engine-rest/task?maxResults=500", Map.of()).ok();
    }

    @Test
    void aWorkerTakesNoMoreThanAPageOfWork() {
        Map<String, Object> topic = Map.of("topicName", "sendOfficialLetter", "lockDuration", 1000);
        assertRefused(rest("integration").post("/engine-rest/external-task/fetchAndLock",
                Map.of("workerId", "w", "maxTasks", 501, "topics", List.of(topic))));
        rest("integration").post("/engine-rest/external-task/fetchAndLock",
                Map.of("workerId", "w", "maxTasks", 500, "topics", List.of(topic))).ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-instance", "incident"})
    void cockpitsOwnListsArePagesToo(String list) {
        String path = "/camunda/api/cockpit/plugin/base/default/" + list;
        for (String page : List.of("", "?maxResults=501", "?firstResult=0")) {
            assertRefused(webapp("board").get(path + page));
            assertRefused(webapp("board").post(path + page, Map.of()));
        }
        webapp("board").post(path + "?firstResult=0&maxResults=50", Map.of()).ok();
        webapp("board").get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=50").ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprises", "outcomes", "notifications"})
    void soAreTheProductsLists(String list) {
        for (String page : List.of("size=501", "size=0", "size=-1", "page=-1", "size=99999999999")) {
            assertThat(rest("admin").get("/api/v1/" + list + "?" + page).status()).as(page).isEqualTo(422);
        }
        assertThat(rest("admin").get("/api/v1/" + list).ok().json().get("items").size()).isLessThanOrEqualTo(50);
        assertThat(rest("admin").get("/api/v1/" + list + "?page=2147483647&size=500").ok().json().get("items")).isEmpty();
    }

    /** What the product asks itself while somebody waits has no limit: an enterprise's tasks, a unit's members. */
    @Test
    void theProductSeesAllItNeeds() {
        String taxCode = enterprise();
        rest("officer1").startCase(taxCode).ok();
        assertThat(rest("officer1").get("/api/v1/enterprises/" + taxCode + "/timeline").ok().body()).contains("scheduleSurvey");
        assertThatThrownBy(() -> as("officer1", () -> tasks.createTaskQuery().list()));
        assertThat(as("officer1", () -> tasks.createTaskQuery().unlimitedList())).isNotEmpty();
    }

    private static void assertRefused(Rest.Answer answer) {
        // 403 comes from the access rules, at the addresses that are open to nobody.
        assertThat(answer.status()).as("%s", answer).isIn(400, 403, 404);
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, password(user));
    }
}
