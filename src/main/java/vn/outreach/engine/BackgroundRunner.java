package vn.outreach.engine;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.outreach.background.Background;

/** Starts the job executor and everything else that works by itself, and stops it when the application stops. */
@Component
public class BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRunner.class);

    private final ProcessEngineConfigurationImpl engine;
    private final List<Background> works;
    private final ScheduledExecutorService threads;

    BackgroundRunner(ProcessEngineConfigurationImpl engine, List<Background> works) {
        this.engine = engine;
        this.works = works;
        this.threads = Executors.newScheduledThreadPool(Math.max(1, works.size()));
    }

    public void start() {
        engine.getJobExecutor().start();
        for (Background work : works) {
            long pause = work.interval().toMillis();
            threads.scheduleWithFixedDelay(() -> pass(work), 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** A pass that throws must not end the schedule. */
    private static void pass(Background work) {
        try {
            work.pass();
        } catch (RuntimeException failure) {
            LOG.error("{} failed and is tried again", work.getClass().getSimpleName(), failure);
        }
    }
}
