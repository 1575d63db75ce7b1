package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A reader who went away: the container has ended that stream, and every call on it fails. Nobody else pays for it. */
class NotificationStreamsTest {

    private static final BooleanSupplier STAYS = () -> true;

    private final Bell bell = mock(Bell.class);
    private final NotificationStreams streams = new NotificationStreams(bell);

    @BeforeEach
    void nothingIsUnread() {
        when(bell.of(anyString())).thenReturn(Bell.State.NOTHING);
        when(bell.of(any(Collection.class))).thenReturn(Map.of());
    }

    @Test
    void theWindowThatTakesItsPlaceOpens() {
        goneWindow("officer1", STAYS);
        for (int more = 1; more < NotificationStreams.MOST_PER_PERSON; more++) {
            window("officer1", STAYS);
        }
        Window last = window("officer1", STAYS);
        assertThat(streams.count("officer1")).isEqualTo(NotificationStreams.MOST_PER_PERSON);
        anotherNoticeFor("officer1");
        assertThat(last.told).anyMatch(line -> line.contains("unread"));
    }

    @Test
    void whoseLoginEndedWithTheirWindowKeepsNobodyFromBeingTold() {
        AtomicBoolean loggedIn = new AtomicBoolean(true);
        goneWindow("officer1", loggedIn::get);
        goneWindow("officer2", loggedIn::get);
        Window other = window("officer3", STAYS);
        loggedIn.set(false);
        assertThatCode(streams::checkLogins).doesNotThrowAnyException();
        anotherNoticeFor("officer3");
        assertThat(other.told).anyMatch(line -> line.contains("unread"));
        assertThat(streams.count("officer1") + streams.count("officer2")).isZero();
    }

    @Test
    void theOthersAreEndedWhenTheServerStops() {
        goneWindow("officer1", STAYS);
        Window other = window("officer2", STAYS);
        streams.close();
        assertThat(other.over).isTrue();
    }

    // -------------------------------------------------------------------------------------------------------------------

    /** What one reader's connection got. */
    private static final class Window {

        private final List<String> told = new ArrayList<>();
        private boolean over;
    }

    private void anotherNoticeFor(String user) {
        when(bell.of(any(Collection.class))).thenReturn(Map.of(user, new Bell.State(1, 7)));
        streams.pass();
    }

    private Window window(String user, BooleanSupplier stillLoggedIn) {
        Window window = new Window();
        connect(streams.open(user, "", stillLoggedIn), (call, sent) -> {
            if (call.equals("send")) {
                window.told.add(String.valueOf(sent));
            }
            window.over |= call.equals("complete");
        });
        return window;
    }

    private void goneWindow(String user, BooleanSupplier stillLoggedIn) {
        connect(streams.open(user, "", stillLoggedIn), (call, sent) -> {
            if (call.equals("complete")) {
                throw new IllegalStateException("the response was recycled");
            }
        });
    }

    private interface Connection {

        void called(String method, Object sent);
    }

    /** Spring hands an emitter what writes to the connection by a method that is not public. */
    private static void connect(SseEmitter emitter, Connection connection) {
        Class<?> handler = ClassUtils.resolveClassName(ResponseBodyEmitter.class.getName() + "$Handler", null);
        Object writes = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
            Object sent = arguments == null ? null : arguments[0];
            connection.called(method.getName(), sent instanceof Iterable<?> parts ? texts(parts) : sent);
            return null;
        });
        ReflectionTestUtils.setField(emitter, "handler", writes);
    }

    private static String texts(Iterable<?> parts) {
        StringBuilder texts = new StringBuilder();
        for (Object part : parts) {
            texts.append(((ResponseBodyEmitter.DataWithMediaType) part).getData());
        }
        return texts.toString();
    }
}
