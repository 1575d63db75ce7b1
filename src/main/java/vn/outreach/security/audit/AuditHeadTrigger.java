package vn.outreach.security.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Lets nobody but {@link AuditChainTrigger} move the end of the chain on H2; PostgreSQL has a function for it. */
public class AuditHeadTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (!AuditChainTrigger.isAppending()) {
            throw new SQLException("The end of the audit is append-only: it moves with the audit alone", "55000");
        }
    }
}
