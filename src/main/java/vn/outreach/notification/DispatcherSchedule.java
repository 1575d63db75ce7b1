package vn.outreach.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Lets the dispatcher look into the outbox again and again. Not started by itself: the application says when it is
 * ready.
 */
@Component
public class DispatcherSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatcherSchedule.class);
    private static final int SECONDS_TO_FINISH_A_MAIL = 20;

    private final NotificationDispatcher dispatcher;
    private final NotificationSettings settings;
    private ThreadPoolTaskScheduler thread;

    DispatcherSchedule(NotificationDispatcher dispatcher, NotificationSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        thread = new ThreadPoolTaskScheduler();
        thread.setThreadNamePrefix("notices-");
        thread.setDaemon(true);
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(SECONDS_TO_FINISH_A_MAIL);
        thread.initialize();
        thread.scheduleWithFixedDelay(this::pass, settings.interval());
    }

    /** Waits for the mail that is just going out. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** A pass that fails (the database is away, say) must not end the schedule. */
    private void pass() {
        try {
            dispatcher.dispatch();
        } catch (RuntimeException e) {
            LOG.error("The outbox could not be worked off; the next pass tries again", e);
        }
    }
}
