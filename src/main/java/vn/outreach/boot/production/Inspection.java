package vn.outreach.boot.production;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.base.refusal.StartRefused;

/**
 * What was looked at before the office is let in, what is wrong, and what somebody should know although it is allowed.
 */
final class Inspection {

    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    private final List<String> looked = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();

    /** Notes that something was looked at, whatever comes of it. */
    void looked(String at) {
        looked.add(at);
    }

    void wrong(String sentence) {
        wrong.add(sentence);
    }

    void wrongIf(boolean bad, String sentence) {
        if (bad) {
            wrong.add(sentence);
        }
    }

    void allowed(String sentence) {
        allowed.add(sentence);
    }

    List<String> looked() {
        return looked;
    }

    List<String> wrong() {
        return wrong;
    }

    List<String> allowed() {
        return allowed;
    }

    /**
     * Says all of it.
     *
     * @throws StartRefused with everything that is wrong, at once
     */
    void conclude() {
        looked.forEach(at -> LOG.info("đã kiểm tra: {}", at));
        allowed.forEach(sentence -> LOG.warn("lưu ý: {}", sentence));
        if (!wrong.isEmpty()) {
            throw new StartRefused(wrong);
        }
    }
}
