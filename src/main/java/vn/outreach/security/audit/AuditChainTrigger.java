package vn.outreach.security.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Gives a new row of the audit its number and its hash on H2, and moves the end of the chain; db/migration/h2 installs
 * it. PostgreSQL has a function that does the same.
 */
public class AuditChainTrigger implements Trigger {

    /** The columns of {@code audit} as V009 orders them. */
    private static final int ID = 0;

    private static final int HASH = 1;
    private static final int CONTENT_HASH = 11;

    private static final ThreadLocal<Boolean> APPENDING = ThreadLocal.withInitial(() -> false);

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        long id;
        String hash;
        // For update: whoever appends next waits here for our commit, and reads our row's hash.
        try (PreparedStatement select = connection.prepareStatement("select id, hash from audit_head for update");
                ResultSet head = select.executeQuery()) {
            if (!head.next()) {
                throw new SQLException("The audit has no end to append to", "55000");
            }
            id = head.getLong(1) + 1;
            hash = Sha256.link(head.getString(2), (String) newRow[CONTENT_HASH], id);
        }
        newRow[ID] = id;
        newRow[HASH] = hash;
        moveEnd(connection, id, hash);
    }

    static boolean isAppending() {
        return APPENDING.get();
    }

    private static void moveEnd(Connection connection, long id, String hash) throws SQLException {
        APPENDING.set(true);
        try (PreparedStatement update = connection.prepareStatement("update audit_head set id = ?, hash = ?")) {
            update.setLong(1, id);
            update.setString(2, hash);
            update.executeUpdate();
        } finally {
            APPENDING.remove();
        }
    }
}
