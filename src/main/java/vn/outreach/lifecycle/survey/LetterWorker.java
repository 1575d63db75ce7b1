package vn.outreach.lifecycle.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/**
 * The built-in worker for official letters: where no system of the office takes the topic, it marks the letter as sent
 * after {@code outreach.letter-worker.delay}; {@code off} leaves every letter to the office's system.
 */
@Component
class LetterWorker implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWorker.class);
    private static final String WORKER = "outreach-letters";
    private static final long LOCK_MILLIS = 60_000;
    private static final int AT_ONCE = 20;
    /** The pauses before the second try and so on; after the last the letter waits for people. */
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private final ExternalTaskService letters;
    private final Clock clock;
    private final String delay;
    private final Duration interval;

    LetterWorker(
            ExternalTaskService letters,
            Clock clock,
            @Value("${outreach.letter-worker.delay}") String delay,
            @Value("${outreach.letter-worker.interval}") Duration interval) {
        this.letters = letters;
        this.clock = clock;
        this.delay = delay;
        this.interval = interval;
    }

    @Override
    public String title() {
        return "Ghi công văn đã gửi";
    }

    @Override
    public Duration interval() {
        return interval;
    }

    /**
     * Takes the letters that waited long enough; one that fails is taken again later, and at last becomes an incident.
     */
    @Override
    public void pass() {
        if ("off".equalsIgnoreCase(delay)) {
            return;
        }
        Date ripe = Date.from(clock.instant().minus(Duration.parse(delay)));
        List<LockedExternalTask> taken = letters.fetchAndLock(AT_ONCE, WORKER)
                .topic(SurveyProcess.LETTER_TOPIC, LOCK_MILLIS)
                .execute();
        for (LockedExternalTask letter : taken) {
            if (letter.getCreateTime().after(ripe)) {
                letters.unlock(letter.getId());
            } else {
                send(letter);
            }
        }
    }

    private void send(LockedExternalTask letter) {
        try {
            letters.complete(
                    letter.getId(),
                    WORKER,
                    Map.of("letterSentOn", LocalDate.now(clock).toString()));
        } catch (RuntimeException failure) {
            LOG.warn("The letter for {} could not be marked as sent", letter.getBusinessKey(), failure);
            failed(letter, failure);
        }
    }

    private void failed(LockedExternalTask letter, RuntimeException failure) {
        int left = (letter.getRetries() == null ? BACK_OFF.size() : letter.getRetries()) - 1;
        Duration pause = BACK_OFF.get(Math.max(0, Math.min(BACK_OFF.size() - 1, BACK_OFF.size() - 1 - left)));
        try {
            letters.handleFailure(
                    letter.getId(), WORKER, failure.getClass().getSimpleName(), Math.max(0, left), pause.toMillis());
        } catch (RuntimeException alsoFailed) {
            // Its lock runs out, and it is tried again without having been counted.
            LOG.warn("The failure of the letter for {} could not be noted", letter.getBusinessKey(), alsoFailed);
        }
    }
}
