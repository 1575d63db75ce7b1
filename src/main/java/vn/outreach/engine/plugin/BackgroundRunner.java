package vn.outreach.engine.plugin;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;
import vn.outreach.engine.task.TaskNotifications;

/** Starts the job executor and everything else that works by itself, and stops it when the application stops. */
@Component
public class BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRunner.class);
    private static final int SECONDS_TO_FINISH_A_PASS = 20;

    private final ProcessEngineConfigurationImpl engine;
    private final List<Background> works;
    private final TaskNotifications notices;
    /** How often each failed in a row. */
    private final Map<Background, Integer> failures = new ConcurrentHashMap<>();

    private @Nullable ThreadPoolTaskScheduler threads;

    BackgroundRunner(ProcessEngineConfigurationImpl engine, List<Background> works, TaskNotifications notices) {
        this.engine = engine;
        this.works = works;
        this.notices = notices;
    }

    public void start() {
        engine.getJobExecutor().start();
        ThreadPoolTaskScheduler own = new ThreadPoolTaskScheduler();
        own.setThreadNamePrefix("background-");
        own.setPoolSize(Math.max(1, works.size()));
        own.setDaemon(true);
        own.setWaitForTasksToCompleteOnShutdown(true);
        own.setAwaitTerminationSeconds(SECONDS_TO_FINISH_A_PASS);
        own.initialize();
        threads = own;
        works.forEach(work -> own.scheduleWithFixedDelay(() -> pass(work), work.interval()));
    }

    /** Waits for what is just going on: a mail that goes out, a letter that is marked. */
    @PreDestroy
    void stop() {
        if (threads != null) {
            threads.shutdown();
        }
    }

    /**
     * A pass that throws must not end the schedule. One that throws again and again is told to administrators, once a
     * day.
     */
    void pass(Background work) {
        try {
            work.pass();
            failures.remove(work);
        } catch (RuntimeException failure) {
            LOG.error("{} failed and is tried again", work.getClass().getSimpleName(), failure);
            if (failures.merge(work, 1, Integer::sum) == work.failuresUntilTold()) {
                tell(work);
            }
        }
    }

    private void tell(Background work) {
        try {
            notices.backgroundFailed(work.getClass().getSimpleName(), work.title());
        } catch (RuntimeException failure) {
            // Where the database is what failed, it is told at a later failure.
            failures.remove(work);
            LOG.error("Nobody could be told that {} fails", work.getClass().getSimpleName(), failure);
        }
    }
}
