package vn.outreach.engine.command;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import vn.outreach.base.refusal.Refusal;

/**
 * Two at once in the same step: the second one's transaction fails, on a revision, a unique key or a lock, or finds the
 * task gone. Nothing of it was written, and nothing is broken: whoever asked only has to look again.
 */
public final class StaleTask {

    private static final String UNIQUE_KEY = "23505";
    private static final String SERIALIZATION_OR_DEADLOCK = "40";
    private static final String H2_LOCK_TIMEOUT = "HYT00";
    /** What the engine says when a task, a case or a wait was there a moment ago. */
    private static final List<String> GONE =
            List.of("task is null", "list of executions is empty", "eventSubscriptions is empty");

    private StaleTask() {}

    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql && isRace(sql.getSQLState())
                    || cause instanceof NullValueException && isGone(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    public static Refusal refusal() {
        return Refusal.conflict(
                "too-late",
                "Việc này vừa được làm xong hoặc đang có người khác làm; hãy tải lại để xem hồ sơ hiện ở bước nào.");
    }

    private static boolean isGone(String message) {
        return GONE.stream().anyMatch(message::contains);
    }

    private static boolean isRace(String state) {
        return state != null
                && (state.equals(UNIQUE_KEY)
                        || state.startsWith(SERIALIZATION_OR_DEADLOCK)
                        || state.equals(H2_LOCK_TIMEOUT));
    }
}
