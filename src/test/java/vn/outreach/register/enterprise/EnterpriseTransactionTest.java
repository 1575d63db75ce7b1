package vn.outreach.register.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.outreach.base.text.FreeTextRule;
import vn.outreach.register.ledger.EarlierSteps;
import vn.outreach.register.ledger.EarlierStepsFixture;
import vn.outreach.register.zone.Zones;
import vn.outreach.register.zone.ZonesFixture;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/** The register as Spring puts it together: one transaction per request, whatever comes at once or fails half way. */
@Tag("both-databases")
class EnterpriseTransactionTest {

    private static final String PATH = "/api/v1/enterprises";
    private static final String STEEL = """
            {"taxCode": "0100047516", "name": "CP Thép", "zone": "Phú Mỹ I", "sector": "thép", "ownership": "FDI",
             "workers": 1250, "responsibleMember": "officer1"}""";

    private final TestDatabase database = TestDatabase.migrated();
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final Api api = new Api();

    @Configuration
    @EnableTransactionManagement
    @Import({EnterpriseController.class, EnterpriseService.class, Enterprises.class, EnterpriseRows.class, EnterpriseSearch.class,
        Timeline.class, Stages.class, RegisterEntries.class})
    static class Wiring {

        @Bean
        PlatformTransactionManager transactions(DataSource tables) {
            return new JdbcTransactionManager(tables);
        }

        @Bean
        JdbcClient jdbc(DataSource tables) {
            return JdbcClient.create(tables);
        }

        @Bean
        JdbcTemplate batches(DataSource tables) {
            return new JdbcTemplate(tables);
        }

        @Bean
        Clock clock() {
            return Clock.systemDefaultZone();
        }

        @Bean
        Members members() {
            return MembersFixture.whoMay(user -> true);
        }

        @Bean
        WorkUnits units() {
            return SystemsFixture.workUnits();
        }

        @Bean
        FreeTextRule texts() {
            return values -> { };
        }

        @Bean
        OpenTasks openTasks() {
            return taxCode -> List.of();
        }

        @Bean
        ResponsibleMembers responsibleMembers() {
            return (taxCode, before, after) -> {
                throw new IllegalStateException("The engine is broken");
            };
        }
    }

    @BeforeEach
    void start() {
        spring.registerBean(DataSource.class, database::dataSource);
        spring.registerBean(CurrentUserProvider.class, () -> api);
        spring.registerBean(EarlierSteps.class, () -> EarlierStepsFixture.on(database));
        spring.registerBean(Zones.class, () -> ZonesFixture.on(database));
        spring.register(Wiring.class);
        spring.refresh();
        api.serving(spring.getBean(EnterpriseController.class));
    }

    @AfterEach
    void close() {
        // Spring closes the pool as well, so the database goes first.
        database.close();
        spring.close();
    }

    @Test
    void whatFailsHalfWay_leavesNothing() {
        assertThat(api.post(PATH, STEEL)).hasStatus(201);

        assertThat(api.patch(PATH + "/0100047516", "{\"workers\": 5, \"responsibleMember\": \"officer2\"}")).hasStatus(500)
                .bodyJson().extractingPath("$.detail").asString().doesNotContain("engine");

        assertThat(api.get(PATH + "/0100047516")).bodyJson().extractingPath("$.workers").isEqualTo(1250);
    }

    @Test
    void theSameEnterpriseSentManyTimesAtOnce_isRegisteredOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        Callable<Integer> post = () -> api.post(PATH, STEEL).getResponse().getStatus();
        List<Integer> answers = clients.invokeAll(Stream.generate(() -> post).limit(8).toList()).stream()
                .map(EnterpriseTransactionTest::status).sorted().toList();
        clients.shutdown();

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    private static Integer status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
