package vn.outreach.work.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.outreach.base.background.Background;
import vn.outreach.base.refusal.Refusal;

/**
 * The live bells of this node: server-sent events to whoever looks. One pass asks the database once for all connected
 * people and tells those whose bell changed, on whichever node it changed. No thread waits for anybody.
 */
@Component
class NotificationStreams implements Background {

    /** The bell as it stands: how many are unread, whether the newest of them is new. */
    static final String BELL = "bell";
    /** A later window of the same person took this stream's place: ask now and then instead. */
    static final String REPLACED = "replaced";

    static final int MOST_PER_PERSON = 3;

    private static final Duration INTERVAL = Duration.ofSeconds(3);
    /**
     * With the interval: a sign of life some every 25 seconds, for proxies and phones; and whether the login still
     * holds.
     */
    private static final int PASSES_PER_HEARTBEAT = 8;
    /** As long as the login holds: coming back again and again would keep the session of a desk that was left alive. */
    private static final long NO_END = 0L;

    private final Bell bell;
    private final Map<String, Deque<Stream>> open = new HashMap<>();
    private int passes;
    private volatile boolean closed;

    NotificationStreams(Bell bell) {
        this.bell = bell;
    }

    @Override
    public String title() {
        return "Báo tin tức thời";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    SseEmitter open(String userId, String lastSeen, BooleanSupplier stillLoggedIn) {
        if (closed) {
            throw Refusal.unavailable("stopping", "Hệ thống đang dừng để bảo trì.");
        }
        Bell.State now = bell.of(userId);
        Stream stream = new Stream(userId, new SseEmitter(NO_END), stillLoggedIn);
        stream.emitter.onCompletion(() -> forget(stream));
        stream.emitter.onTimeout(() -> forget(stream));
        stream.emitter.onError(failure -> forget(stream));
        Stream oldest = add(stream);
        if (oldest != null) {
            oldest.end(REPLACED);
        }
        // The first word also tells the browser that the stream stands.
        stream.told = id(now).equals(lastSeen) ? now : null;
        stream.tell(now);
        stream.heartbeat();
        return stream.emitter;
    }

    @Override
    public void pass() {
        boolean heartbeat = ++passes % PASSES_PER_HEARTBEAT == 0;
        List<Stream> all = all();
        if (all.isEmpty()) {
            return;
        }
        Map<String, Bell.State> states =
                bell.of(Set.copyOf(all.stream().map(stream -> stream.userId).toList()));
        for (Stream stream : all) {
            if (heartbeat && !stream.stillLoggedIn.getAsBoolean()) {
                stream.end(null);
                continue;
            }
            if (heartbeat) {
                stream.heartbeat();
            }
            stream.tell(states.getOrDefault(stream.userId, Bell.State.NOTHING));
        }
    }

    /** The server waits for answers that go on before it stops; these would go on for ever. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        all().forEach(stream -> stream.end(null));
    }

    /** Looks at the logins now and not at the next heartbeat. */
    void checkLogins() {
        all().stream().filter(stream -> !stream.stillLoggedIn.getAsBoolean()).forEach(stream -> stream.end(null));
    }

    int count(String userId) {
        synchronized (open) {
            return open.containsKey(userId) ? open.get(userId).size() : 0;
        }
    }

    private @Nullable Stream add(Stream stream) {
        synchronized (open) {
            Deque<Stream> own = open.computeIfAbsent(stream.userId, person -> new ArrayDeque<>());
            own.addLast(stream);
            return own.size() > MOST_PER_PERSON ? own.removeFirst() : null;
        }
    }

    private void forget(Stream stream) {
        synchronized (open) {
            Deque<Stream> own = open.get(stream.userId);
            if (own != null) {
                own.remove(stream);
                if (own.isEmpty()) {
                    open.remove(stream.userId);
                }
            }
        }
    }

    private List<Stream> all() {
        synchronized (open) {
            List<Stream> all = new ArrayList<>();
            open.values().forEach(all::addAll);
            return all;
        }
    }

    /** Changes with every change of the bell, and with nothing else. */
    private static String id(Bell.State state) {
        return state.newest() + "-" + state.unread();
    }

    /** What one window is told. */
    private record Told(long unread, long newest) {}

    private final class Stream {

        private final String userId;
        private final SseEmitter emitter;
        private final BooleanSupplier stillLoggedIn;
        private Bell.@Nullable State told;

        Stream(String userId, SseEmitter emitter, BooleanSupplier stillLoggedIn) {
            this.userId = userId;
            this.emitter = emitter;
            this.stillLoggedIn = stillLoggedIn;
        }

        synchronized void tell(Bell.State now) {
            if (!now.equals(told)) {
                told = now;
                send(SseEmitter.event()
                        .name(BELL)
                        .id(id(now))
                        .data(new Told(now.unread(), now.newest()), MediaType.APPLICATION_JSON));
            }
        }

        void heartbeat() {
            send(SseEmitter.event().comment(""));
        }

        void end(@Nullable String why) {
            forget(this);
            if (why != null) {
                send(SseEmitter.event().name(why).data(""));
            }
            try {
                emitter.complete();
            } catch (IllegalStateException gone) {
                // The container has ended a stream whose reader went away; whoever takes its place must not pay for it.
            }
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                // The container ends what cannot be written to any more.
                forget(this);
            }
        }
    }
}
