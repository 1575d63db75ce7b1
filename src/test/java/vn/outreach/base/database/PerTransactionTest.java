package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.testing.TestDatabase;

class PerTransactionTest {

    private final TestDatabase database = TestDatabase.empty();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
    private final PerTransaction<String> known = new PerTransaction<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsKnown_endsWithItsTransaction() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.put("a", "1");
            assertThat(known.get("a")).hasValue("1");
            assertThat(known.get("b")).isEmpty();
        });
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(known.get("a")).isEmpty());
    }

    @Test
    void withoutATransaction_nothingIsKept() {
        known.put("a", "1");
        assertThat(known.get("a")).isEmpty();
    }

    @Test
    void aTransactionOfItsOwnWithin_knowsNothingOfTheOuterOne() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.put("a", "1");
            in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> {
                assertThat(known.get("a")).isEmpty();
                known.put("a", "2");
            });
            assertThat(known.get("a")).hasValue("1");
        });
    }

    @Test
    void aPartThatIsRolledBack_forgetsWhatItRead() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.put("a", "1");
            TransactionTemplate part = new TransactionTemplate(transactions);
            part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            part.executeWithoutResult(status -> {
                known.put("a", "2");
                status.setRollbackOnly();
            });
            assertThat(known.get("a")).isEmpty();
        });
    }

    @Test
    void whatWasWritten_isForgotten() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.put("a", "1");
            known.forget("a");
            assertThat(known.get("a")).isEmpty();
        });
    }

    private void in(int propagation, Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(propagation);
        transaction.executeWithoutResult(status -> work.run());
    }
}
