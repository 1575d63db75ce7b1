package vn.outreach.web.http;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's connector, with a deadline for the head of a request as a whole. Tomcat's own timeout starts anew with every
 * byte: who sends one now and then would keep a connection for hours, and some thousands of them keep out everybody.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final int SWEEP_SECONDS = 1;

    /** For how many sweeps a connection has been seen with half a head; used by the sweeping thread only. */
    private Map<SocketWrapperBase<NioChannel>, Integer> halfRead = new IdentityHashMap<>();

    private long patience = Long.MAX_VALUE;
    private @Nullable ScheduledFuture<?> sweeping;

    void setHeaderDeadline(Duration deadline) {
        patience = Math.max(1, deadline.toSeconds() / SWEEP_SECONDS);
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweeping = getUtilityExecutor()
                .scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        super.stop();
    }

    private void sweep() {
        Map<SocketWrapperBase<NioChannel>, Integer> still = new IdentityHashMap<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (hasHalfAHead(connection)) {
                int seen = halfRead.getOrDefault(connection, 0) + 1;
                still.put(connection, seen);
                if (seen > patience) {
                    // As Tomcat itself ends a connection that has timed out.
                    getEndpoint().processSocket(connection, SocketEvent.ERROR, true);
                }
            }
        }
        halfRead = still;
    }

    /**
     * While a head is incomplete, its processor waits at the connection; but for long polls, it is elsewhere otherwise.
     */
    private static boolean hasHalfAHead(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof Processor waiting
                && !waiting.isAsync()
                && !waiting.isUpgrade();
    }
}
