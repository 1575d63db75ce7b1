package vn.outreach.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** From when on, and how slow, a body is too slow. */
class LeastSpeedTest {

    private long now;
    private final LeastSpeed speed = new LeastSpeed(DataSize.ofKilobytes(20), Duration.ofSeconds(30), () -> now);

    @Test
    void theFirstMomentsAreFree_afterwardsEachTenSecondsAreMeasured() {
        assertThat(comes(30, 1)).isTrue();
        assertThat(comes(60, 20 * 1024)).as("just fast enough").isTrue();
        assertThat(comes(9, 1)).as("a moment of nothing").isTrue();
        assertThat(comes(2, 1)).as("too long a moment").isFalse();
    }

    @Test
    void whoWasFastAtFirstMayNotTrickleAfterwards() {
        assertThat(comes(35, 1024 * 1024)).isTrue();
        comes(6, 1);
        assertThat(comes(11, 1)).isFalse();
    }

    @Test
    void aByteEveryFourSecondsIsCutOffWithinTheMinute() {
        int seconds = 0;
        while (comes(4, 0) && speed.keeps(1)) {
            seconds += 4;
        }
        assertThat(seconds).isBetween(30, 44);
    }

    /** So many bytes in each of these seconds; whether that was enough. */
    private boolean comes(int seconds, int bytes) {
        boolean enough = true;
        for (int i = 0; i < seconds; i++) {
            now += 1_000_000_000L;
            enough &= speed.keeps(bytes);
        }
        return enough;
    }
}
