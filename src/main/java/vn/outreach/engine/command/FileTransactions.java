package vn.outreach.engine.command;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * One transaction at a time where the database is an H2 file. H2 writes its file while other transactions go on, and a
 * process killed just then finds half of one of them committed at its next start: ledger rows without the step they
 * record. With a single writer there is no half to see. PostgreSQL needs nothing of the kind.
 */
@Component("transactionManager")
@ConditionalOnExpression("'${spring.datasource.url}'.startsWith('jdbc:h2:file:')")
final class FileTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** Fair, so that nobody waits for ever; reentrant, for a transaction of its own inside another. */
    private final ReentrantLock turn = new ReentrantLock(true);

    FileTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        turn.lock();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error failure) {
            turn.unlock();
            throw failure;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            turn.unlock();
        }
    }
}
