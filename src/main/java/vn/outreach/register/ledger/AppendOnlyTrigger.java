package vn.outreach.register.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every UPDATE and DELETE on the ledger, the audit and the contacts, on H2; db/migration/h2 installs it.
 * PostgreSQL has functions for it.
 */
public class AppendOnlyTrigger implements Trigger {

    private @Nullable String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException("The table " + table + " is append-only: record what is right instead", "55000");
    }
}
