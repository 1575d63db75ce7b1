package vn.outreach.base.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;
import vn.outreach.base.refusal.Refusal;

/** Tells a failure that comes of a database that gives no answer from all others, and what people are told of it. */
public final class DatabaseAway {

    public static final String CODE = "database-away";
    /** The database is there, and all connections to it are at work. */
    public static final String BUSY = "database-busy";

    /** Class 08 is the connection; these say that the server stops, starts, or takes no more connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    /** Whether the database, or the way to it, is the cause of this failure. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            // A rollback that fails on the lost connection hides what was lost.
            if (cause instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && isCauseOf(rollback.getApplicationException())) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith(CONNECTION) || STATES.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** What a failure of this kind is answered; claims nothing of what was asked for, as {@link #refusal()}. */
    public static Refusal refusal(Throwable failure) {
        return isBusy(failure)
                ? Refusal.unavailable(
                        BUSY,
                        "Hệ thống đang quá bận. Những gì đồng chí đã nhập vẫn còn trong biểu mẫu; xin thử lại sau"
                                + " ít giây.")
                : refusal();
    }

    /**
     * Whether somebody waited for a connection of the pool while all were at work: the pool then names no failure
     * behind it.
     */
    static boolean isBusy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException none) {
                return none.getSQLState() == null && none.getCause() == null;
            }
            if (cause instanceof TransactionSystemException rollback && rollback.getApplicationException() != null) {
                return isBusy(rollback.getApplicationException());
            }
        }
        return false;
    }

    /** Claims nothing of what was asked for: a commit whose answer was lost may have been kept. */
    public static Refusal refusal() {
        return Refusal.unavailable(
                CODE,
                "Cơ sở dữ liệu tạm thời không kết nối được. Những gì đồng chí đã nhập vẫn còn trong biểu"
                        + " mẫu; xin thử lại sau ít giây.");
    }
}
