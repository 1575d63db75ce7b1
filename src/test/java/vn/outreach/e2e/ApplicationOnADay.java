package vn.outreach.e2e;

import java.time.Instant;
import java.util.Arrays;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.outreach.OutreachApplication;

/** The application whose clock goes on from another moment than the computer's, in a process of its own. */
final class ApplicationOnADay {

    private ApplicationOnADay() {}

    /** @param args the moment, such as {@code 2031-01-01T02:00:00Z}, then what the application takes */
    public static void main(String[] args) {
        ClockUtil.offset(Instant.parse(args[0]).toEpochMilli() - System.currentTimeMillis());
        OutreachApplication.main(Arrays.copyOfRange(args, 1, args.length));
    }
}
