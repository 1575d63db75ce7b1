package vn.outreach.lifecycle.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;
import vn.outreach.register.candidate.Candidates;

/** Erases what the office knows of candidates who withdrew, once {@code outreach.retention.withdrawn} is over. */
@Component
class CandidateErasure implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateErasure.class);
    private static final Duration INTERVAL = Duration.ofHours(6);

    private final Candidates candidates;
    private final Clock clock;
    private final Period retention;

    CandidateErasure(Candidates candidates, Clock clock, @Value("${outreach.retention.withdrawn}") Period retention) {
        this.candidates = candidates;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public String title() {
        return "Xóa thông tin hết thời hạn lưu";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void pass() {
        int erased = candidates.eraseRestrictedBefore(LocalDate.now(clock).minus(retention));
        if (erased > 0) {
            LOG.info("Erased the data of {} candidates whose retention is over", erased);
        }
    }
}
