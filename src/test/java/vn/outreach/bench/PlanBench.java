package vn.outreach.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.outreach.lifecycle.plan.PlanBenchFixture;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

/**
 * What the plan's addresses cost on PostgreSQL, side by side: a plan of 1,000 rows in a register of 1,000 enterprises and in
 * one of {@code -Dbench.enterprises} (100,000, with 1,000,000 rows of the ledger), and there a plan of 10,000 rows. Requests go
 * through the controllers and are written as JSON; there is no network.
 */
class PlanBench {

    private static final Logger LOG = LoggerFactory.getLogger(PlanBench.class);
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.enterprises", 100_000);
    private static final int ROUNDS = 30;
    private static final double MOST_TIMES = 1.5;
    private static final double MOST_MILLIS = 100;
    private static final double MOST_MILLIS_OF_TRIALS = 1000;

    private static final double MOST_SECONDS_OF_HELPS = 10;
    private static final double MOST_SECONDS_OF_RECOUNT = 60;
    private static final String NEXT_YEAR = "/api/v1/plans/" + (PlanFill.LARGE_PLAN + 1);

    private static final Map<String, Double> READ = new LinkedHashMap<>();
    private static final Map<Integer, Double> RECOUNTS = new LinkedHashMap<>();

    static {
        // The bench has one database only, whatever the profile says of the tests.
        System.setProperty("outreach.test.database", "postgresql");
        READ.put("rows", MOST_MILLIS);
        READ.put("rows?sort=name&size=100&page=2", MOST_MILLIS);
        READ.put("results", MOST_MILLIS);
        READ.put("results?by=member", MOST_MILLIS);
        READ.put("results?by=unit&period=Q2", MOST_MILLIS);
        READ.put("results?by=row&responsibleMember=officer3&measure=MEETING&state=REACHED", MOST_MILLIS);
        READ.put("ranking:preview", MOST_MILLIS_OF_TRIALS);
    }

    @Test
    void aLargeRegisterIsAsFastAsASmallOne() {
        try (TestDatabase small = TestDatabase.migrated(); TestDatabase large = TestDatabase.migrated()) {
            Api few = filled(small, FEW);
            Api many = filled(large, MANY);
            SoftAssertions softly = new SoftAssertions();
            READ.forEach((path, most) -> {
                double[] before = millis(few, PlanFill.SMALL_PLAN, path);
                double[] after = millis(many, PlanFill.SMALL_PLAN, path);
                double times = median(after) / median(before);
                LOG.info("{}: 1,000 rows of {} enterprises {} ms (p95 {}), of {} {} ms (p95 {}), {} times", path, FEW, shown(median(before)),
                        shown(p95(before)), MANY, shown(median(after)), shown(p95(after)), shown(times));
                softly.assertThat(times).as("%s: times", path).isLessThanOrEqualTo(MOST_TIMES);
                softly.assertThat(p95(after)).as("%s: ms of 1,000 rows", path).isLessThanOrEqualTo(most);
                double[] whole = millis(many, PlanFill.LARGE_PLAN, path);
                LOG.info("{}: 10,000 rows of {} enterprises {} ms (p95 {})", path, MANY, shown(median(whole)), shown(p95(whole)));
                softly.assertThat(p95(whole)).as("%s: ms of 10,000 rows", path).isLessThanOrEqualTo(most);
            });
            softly.assertThat(seconds("copying 10,000 rows", () -> many.post(NEXT_YEAR + "/rows:copy",
                    "{\"from\": %d}".formatted(PlanFill.LARGE_PLAN)))).isLessThanOrEqualTo(MOST_SECONDS_OF_HELPS);
            softly.assertThat(seconds("proposing 10,000 rows", () -> many.post(NEXT_YEAR + "/rows:propose", "{}")))
                    .isLessThanOrEqualTo(MOST_SECONDS_OF_HELPS);
            softly.assertThat(RECOUNTS.get(MANY)).as("seconds of a recount").isLessThanOrEqualTo(MOST_SECONDS_OF_RECOUNT);
            softly.assertAll();
        }
    }

    private static Api filled(TestDatabase database, int enterprises) {
        PlanFill fill = new PlanFill(database, enterprises);
        long start = System.nanoTime();
        int ledger = fill.fill();
        LOG.info("{} enterprises and {} rows of the ledger filled in {} s", enterprises, ledger, (System.nanoTime() - start) / 1_000_000_000);
        fill.analyse();
        long recount = System.nanoTime();
        fill.recount();
        RECOUNTS.put(enterprises, (System.nanoTime() - recount) / 1e9);
        LOG.info("recounted in {} s", shown(RECOUNTS.get(enterprises)));
        fill.analyse();
        return PlanBenchFixture.on(database);
    }

    private static double seconds(String what, Supplier<MvcTestResult> request) {
        long start = System.nanoTime();
        assertThat(request.get()).as(what).hasStatusOk();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.info("{}: {} s", what, shown(seconds));
        return seconds;
    }

    private static double[] millis(Api api, int year, String path) {
        String address = "/api/v1/plans/" + year + "/" + path;
        int[] round = {0};
        Supplier<MvcTestResult> request = path.startsWith("ranking")
                ? () -> api.post(address, "{\"manyWorkers\": %d, \"unknownIsEasy\": true}".formatted(300 + round[0]++))
                : () -> api.get(address);
        for (int i = 0; i < ROUNDS / 3; i++) {
            assertThat(request.get()).hasStatusOk();
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            request.get();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double p95(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private static String shown(double number) {
        return "%.1f".formatted(number);
    }
}
