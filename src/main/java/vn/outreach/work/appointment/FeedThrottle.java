package vn.outreach.work.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/**
 * How often one place may ask for calendars that there are not. Right addresses are never counted: a whole office may
 * stand behind one place. No secret is guessed, but each guess costs a question.
 */
@Component
class FeedThrottle {

    static final int MOST = 30;

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Span> spans = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Span> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    FeedThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a wrong address.
     *
     * @throws Refusal {@code too-often}
     */
    synchronized void wrong(String address) {
        Instant now = clock.instant();
        Span last = spans.get(address);
        Span span = last == null || !now.isBefore(last.begin.plus(SPAN)) || now.isBefore(last.begin)
                ? new Span(now, 1)
                : new Span(last.begin, last.count + 1);
        spans.put(address, span);
        if (span.count > MOST) {
            throw Refusal.tooOften(
                    "too-often", "Địa chỉ lịch sai được hỏi quá nhiều lần; hãy thử lại sau một phút.", SPAN);
        }
    }

    private record Span(Instant begin, int count) {}
}
