package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.RepeatedTest;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.OutreachTest;

/** Four starts of the same case at once give one case; the others are told which one runs. */
@Tag("both-databases")
class FourStartsTest extends OutreachTest {

    private static final int STARTS = 4;

    @RepeatedTest(5)
    void oneOfFourStartsRuns_theOthersAreRefused() throws Exception {
        String taxCode = enterprise();
        List<Future<String>> starts = atOnce(() -> start("officer1", "enterpriseOutreach", "enterpriseCode", taxCode)
                .getId());

        List<String> started = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (Future<String> start : starts) {
            try {
                started.add(start.get());
            } catch (ExecutionException failure) {
                refused.add(failure.getCause());
            }
        }
        assertThat(started).hasSize(1);
        assertThat(refused).hasSize(STARTS - 1).allSatisfy(failure -> {
            assertThat(Refusal.in(failure)).as("%s", failure).isNotNull();
            assertThat(Refusal.in(failure).code()).isEqualTo("case-running");
        });
        assertOneCase(taxCode, started.get(0));
    }

    @RepeatedTest(3)
    void overRestTheOthersGet409() throws Exception {
        String taxCode = enterprise();
        Rest officer = Rest.nobody("http://localhost:" + port).as("officer1", "officer1");
        List<Future<Rest.Answer>> starts = atOnce(() -> officer.startCase(taxCode));

        List<Rest.Answer> answers = new ArrayList<>();
        for (Future<Rest.Answer> start : starts) {
            answers.add(start.get());
        }
        assertThat(answers).extracting(Rest.Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(answer.sentence())
                .contains("Không mở được “")
                .contains(taxCode));
        String started = answers.stream()
                .filter(Rest.Answer::isOk)
                .map(answer -> answer.json().get("id").asText())
                .findFirst()
                .orElseThrow();
        assertOneCase(taxCode, started);
    }

    private <T> List<Future<T>> atOnce(Callable<T> act) throws InterruptedException {
        CyclicBarrier line = new CyclicBarrier(STARTS);
        ExecutorService threads = Executors.newFixedThreadPool(STARTS);
        try {
            Callable<T> fromTheLine = () -> {
                line.await();
                return act.call();
            };
            return threads.invokeAll(java.util.Collections.nCopies(STARTS, fromTheLine));
        } finally {
            threads.shutdown();
        }
    }

    private void assertOneCase(String taxCode, String instance) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("enterpriseOutreach")
                        .processInstanceBusinessKey(taxCode)
                        .list())
                .extracting(running -> running.getId())
                .containsExactly(instance);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(taxCode)
                        .processDefinitionKey("enterpriseOutreach")
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.sql("select process_instance_id from running_case where process_key = ? and business_key = ?")
                        .params("enterpriseOutreach", taxCode)
                        .query(String.class)
                        .list())
                .containsExactly(instance);
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
    }
}
