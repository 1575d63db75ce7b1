package vn.outreach.engine;

import jakarta.annotation.PreDestroy;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import vn.outreach.background.Background;

/** Starts the job executor and everything else that works by itself, and stops it when the application stops. */
@Component
public class BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRunner.class);
    private static final int SECONDS_TO_FINISH_A_PASS = 20;

    private final ProcessEngineConfigurationImpl engine;
    private final List<Background> works;
    private ThreadPoolTaskScheduler threads;

    BackgroundRunner(ProcessEngineConfigurationImpl engine, List<Background> works) {
        this.engine = engine;
        this.works = works;
    }

    public void start() {
        engine.getJobExecutor().start();
        threads = new ThreadPoolTaskScheduler();
        threads.setThreadNamePrefix("background-");
        threads.setPoolSize(Math.max(1, works.size()));
        threads.setDaemon(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(SECONDS_TO_FINISH_A_PASS);
        threads.initialize();
        works.forEach(work -> threads.scheduleWithFixedDelay(() -> pass(work), work.interval()));
    }

    /** Waits for what is just going on: a mail that goes out, a letter that is marked. */
    @PreDestroy
    void stop() {
        if (threads != null) {
            threads.shutdown();
        }
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
