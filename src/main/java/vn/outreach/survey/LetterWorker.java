package vn.outreach.survey;

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
import vn.outreach.background.Background;

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
    public Duration interval() {
        return interval;
    }

    /** Takes the letters that waited long enough; one that fails stays open and is taken again later. */
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
            letters.complete(letter.getId(), WORKER, Map.of("letterSentOn", LocalDate.now(clock).toString()));
        } catch (RuntimeException failure) {
            LOG.warn("The letter for {} could not be marked as sent", letter.getBusinessKey(), failure);
        }
    }
}
