package vn.outreach.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.testing.ApplicationOn;
import vn.outreach.testing.TestDatabase;

/** What further starts do to a demo round: nothing, or go on where it was cut off, or keep away from other cases. */
@Tag("own-application")
class DemoRestartTest {

    private static final List<String> TABLES = List.of(
            "outcome", "enterprise", "notification", "running_case", "outreach_case", "candidate", "ACT_RU_TASK",
            "ACT_RU_JOB", "ACT_RE_DEPLOYMENT", "ACT_ID_USER", "ACT_RU_AUTHORIZATION", "ACT_RU_FILTER");

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRoundThatWasCutOffIsGoneOnWith_andAFurtherStartChangesNothing() {
        try (ConfigurableApplicationContext begun = ApplicationOn.start(database, "--outreach.demo=false")) {
            begun.getBean(DemoUsers.class).create();
            begun.getBean(DemoRound.class).prepareFirst(40);
            assertThat(acts(begun)).isEqualTo(40);
        }
        List<Integer> complete;
        Map<String, Object> revisions;
        try (ConfigurableApplicationContext goneOn = ApplicationOn.start(database, "--outreach.demo=true")) {
            complete = counts(goneOn);
            revisions = revisions();
            assertThat(stages(goneOn)).contains("ADMISSION=2", "SURVEYED=11", "PLANNED=6");
        }
        try (ConfigurableApplicationContext again = ApplicationOn.start(database, "--outreach.demo=true")) {
            assertThat(counts(again)).isEqualTo(complete);
            assertThat(revisions()).isEqualTo(revisions);
        }
    }

    @Test
    void aDatabaseWithOtherCasesIsLeftAlone_andTheDemoCanBeSwitchedOff() {
        try (ConfigurableApplicationContext used = ApplicationOn.start(database, "--outreach.demo=false")) {
            JdbcClient jdbc = used.getBean(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from enterprise").query(Integer.class).single()).isZero();
            jdbc.sql("insert into plan(plan_year, status) values (2026, 'DRAFT')").update();
            assertThat(used.getBean(DemoRound.class).prepare()).isFalse();
            assertThat(jdbc.sql("select count(*) from enterprise").query(Integer.class).single()).isZero();
        }
    }

    @Test
    void anOlderJarDeploysNothingOverWhatANewerOneBrought() throws IOException {
        try (ConfigurableApplicationContext newer = ApplicationOn.start(database, "--outreach.demo=false", "--outreach.version=2026.10")) {
            byte[] dueDate = new ClassPathResource("processes/dueDate.dmn").getContentAsByteArray();
            newer.getBean(RepositoryService.class).createDeployment().name("outreach").source("process application")
                    .addString("processes/dueDate.dmn", new String(dueDate, StandardCharsets.UTF_8) + "<!-- newer -->").deploy();
            FilterService filters = newer.getBean(FilterService.class);
            filters.saveFilter(filters.createFilterQuery().filterName("Quá hạn").singleResult().setName("Đã quá hạn"));
        }
        try (ConfigurableApplicationContext older = ApplicationOn.start(database, "--outreach.demo=false", "--outreach.version=2026.9")) {
            assertThat(older.getBean(RepositoryService.class).createDecisionDefinitionQuery().decisionDefinitionKey("dueDate").count())
                    .isEqualTo(2);
            assertThat(older.getBean(FilterService.class).createFilterQuery().filterName("Đã quá hạn").count()).isEqualTo(1);
        }
    }

    /** The engine counts each write of a row. */
    private Map<String, Object> revisions() {
        return database.jdbc().sql("select (select sum(rev_) from ACT_RU_FILTER) as filters,"
                + " (select sum(rev_) from ACT_RU_AUTHORIZATION) as grants, (select sum(rev_) from ACT_ID_GROUP) as units,"
                + " (select sum(rev_) from ACT_ID_USER) as people, (select sum(rev_) from ACT_GE_PROPERTY) as properties")
                .query().singleRow();
    }

    private static int acts(ConfigurableApplicationContext application) {
        return application.getBean(JdbcClient.class)
                .sql("select acts_done from demo_round")
                .query(Integer.class)
                .single();
    }

    private static List<String> stages(ConfigurableApplicationContext application) {
        return application.getBean(JdbcClient.class)
                .sql("select stage || '=' || count(*) from enterprise group by stage")
                .query(String.class)
                .list();
    }

    private static List<Integer> counts(ConfigurableApplicationContext application) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        return TABLES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Integer.class).single())
                .toList();
    }
}
