package vn.outreach.base.database;

import java.util.function.IntSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a row that may be there already, or that somebody else may insert at the same moment. The insert has a
 * savepoint: PostgreSQL takes no further statement in a transaction after one that failed.
 */
@Component
public class Upsert {

    private final TransactionTemplate savepoint;

    public Upsert(PlatformTransactionManager transactions) {
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param update changes the row, and says how many there were
     * @param insert makes it, where there was none
     */
    public void write(IntSupplier update, Runnable insert) {
        if (update.getAsInt() == 0 && !inserted(insert)) {
            update.getAsInt();
        }
    }

    private boolean inserted(Runnable insert) {
        try {
            savepoint.executeWithoutResult(status -> insert.run());
            return true;
        } catch (DuplicateKeyException meanwhile) {
            return false;
        }
    }
}
