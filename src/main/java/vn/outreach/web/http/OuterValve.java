package vn.outreach.web.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * In front of the application, for what never reaches it: Tomcat's own refusals have the security headers too. And when
 * all is answered, a body that nobody wanted is read away for a moment, so that who was refused while still sending
 * gets to see why; then the connection ends. Tomcat would wait for it with a thread, as long as something comes now and
 * then.
 */
final class OuterValve extends ValveBase {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_GAP = Duration.ofMillis(200);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int BLOCK = 16 * 1024;

    OuterValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // The filter behind knows the path, and sets them again.
        SecurityHeaders.put(response::setHeader, "", request.isSecure());
        getNext().invoke(request, response);
        if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
            response.finishResponse();
            swallow(request.createInputStream());
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static void swallow(ServletInputStream rest) {
        Deadline end = Deadline.in(PATIENCE);
        Deadline gap = Deadline.in(LONGEST_GAP);
        byte[] block = new byte[BLOCK];
        try {
            while (!rest.isFinished() && !end.isOver() && !gap.isOver()) {
                if (rest.available() == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                } else if (rest.read(block) >= 0) {
                    gap = Deadline.in(LONGEST_GAP);
                }
            }
        } catch (IOException gone) {
            // The sender has hung up: nobody is left to see the answer.
        }
    }
}
