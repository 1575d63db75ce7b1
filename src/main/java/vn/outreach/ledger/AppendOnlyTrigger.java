package vn.outreach.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses every UPDATE and DELETE on the ledger on H2; db/migration/h2 installs it. PostgreSQL has a function for it. */
public class AppendOnlyTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException("The ledger is append-only: record a correction instead", "55000");
    }
}
