package vn.outreach.base.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction knows already, by key. It ends with the transaction, a part that is rolled back forgets
 * everything, and outside of a transaction nothing is kept. Whoever writes a row forgets it here.
 */
public final class PerTransaction<V> {

    public Optional<V> get(String key) {
        Map<String, V> known = known();
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(key));
    }

    public void put(String key, V value) {
        if (!isActive()) {
            return;
        }
        Map<String, V> known = known();
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new End());
        }
        known.put(key, value);
    }

    public void forget(String key) {
        Map<String, V> known = known();
        if (known != null) {
            known.remove(key);
        }
    }

    public void forgetAll() {
        Map<String, V> known = known();
        if (known != null) {
            known.clear();
        }
    }

    /** Whether there is a transaction to know something in. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive();
    }

    @SuppressWarnings("unchecked")
    private Map<String, V> known() {
        return (Map<String, V>) TransactionSynchronizationManager.getResource(this);
    }

    private final class End implements TransactionSynchronization {

        private @Nullable Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(PerTransaction.this, suspended);
            }
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forgetAll();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
