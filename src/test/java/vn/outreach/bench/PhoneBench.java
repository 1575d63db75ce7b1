package vn.outreach.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.e2e.RunningApplication;
import vn.outreach.e2e.SlowPhone;

/**
 * What <em>my tasks</em> weighs and how soon it is there on a slow phone: Chromium with a processor four times slower, on
 * slow 4G (1.6 Mbit/s down, 150 ms round trip). {@code -Dbench.after} names the jar. The goal is for somebody who is logged
 * in and was here before: three seconds to the first task on {@code /app}; Tasklist, which is Camunda's own weight, is
 * measured beside it.
 */
class PhoneBench {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneBench.class);
    private static final double GOAL_MILLIS = 3000;
    private static final int ROUNDS = 5;

    @TempDir
    private Path home;

    @Test
    void theFirstTaskIsThereWithinThreeSeconds() {
        try (RunningApplication application = new RunningApplication(home, Path.of(System.getProperty("bench.after"))).start();
                SlowPhone phone = new SlowPhone(application, "officer1")) {
            SlowPhone.Load day = measure(phone, "/app", "#main a[href*='task=']");
            measure(phone, "/app/tasks?filter=mine", "#main a[href*='task=']");
            measure(phone, "/camunda/app/tasklist/default/", "ol.tasks-list > li");
            assertThat(day.millis()).as("the first task on /app, warm").isLessThanOrEqualTo(GOAL_MILLIS);
        }
    }

    private static SlowPhone.Load measure(SlowPhone phone, String path, String firstTask) {
        SlowPhone.Load cold = phone.open(path, firstTask, true);
        List<SlowPhone.Load> warm = java.util.stream.IntStream.range(0, ROUNDS)
                .mapToObj(round -> phone.open(path, firstTask, false))
                .sorted(java.util.Comparator.comparingDouble(SlowPhone.Load::millis))
                .toList();
        SlowPhone.Load median = warm.get(ROUNDS / 2);
        LOG.info("{}: first visit {} ms, {} requests, {} KB; warm (median of {}) {} ms, first paint {} ms, {} requests, {} KB", path,
                Math.round(cold.millis()), cold.requests(), cold.kilobytes(), ROUNDS, Math.round(median.millis()),
                Math.round(median.firstPaint()), median.requests(), median.kilobytes());
        return median;
    }
}
