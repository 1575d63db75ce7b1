package vn.outreach.web.http;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Whether the application is complete and answers requests. */
@Component
public class Readiness {

    private final AtomicBoolean ready = new AtomicBoolean();

    public void open() {
        ready.set(true);
    }

    public boolean isOpen() {
        return ready.get();
    }
}
