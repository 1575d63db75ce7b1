package vn.outreach.base.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time start on a database: tables, models, groups, grants, filters and demo are looked at and then
 * written, and two that look at once would both write. Held by a connection of its own, so it goes with the process.
 */
public final class StartLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);
    /** The key of the advisory lock: "outreach" as eight bytes. */
    private static final long KEY = 0x6f75747265616368L;

    private @Nullable Connection holder;

    private StartLock(@Nullable Connection holder) {
        this.holder = holder;
    }

    /** For a database that only one process can open. */
    static StartLock notNeeded() {
        return new StartLock(null);
    }

    /**
     * Tries to take the lock on this connection, which is closed with it.
     *
     * @return null while another node holds it
     */
    static @Nullable StartLock tryOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Nothing is asked over this connection for as long as a demo round takes.
            statement.execute("set idle_session_timeout = 0");
            try (var answer = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                answer.next();
                return answer.getBoolean(1) ? new StartLock(connection) : null;
            }
        }
    }

    /** The next node may start. Safe to repeat. */
    @Override
    public synchronized void close() {
        if (holder == null) {
            return;
        }
        try {
            holder.close();
        } catch (SQLException gone) {
            LOG.info("The lock of the start went with its connection ({})", gone.getSQLState());
        }
        holder = null;
    }
}
