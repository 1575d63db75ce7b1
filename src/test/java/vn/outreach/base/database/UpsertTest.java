package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.testing.TestDatabase;

/** Rows that several write at once for the first time: nobody fails, and what else their transactions write stays. */
@Tag("both-databases")
class UpsertTest {

    private static final int WRITERS = 4;

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = database.jdbc();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void firstWritesAtOnceAllSucceed_withinTransactionsThatGoOn() throws Exception {
        jdbc.sql("create table counted (id integer primary key, writes integer not null)").update();
        jdbc.sql("create table written (id integer not null)").update();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int row = 0; row < 12; row++) {
                int id = row;
                CyclicBarrier together = new CyclicBarrier(WRITERS);
                for (Future<Void> written : threads.invokeAll(Collections.<Callable<Void>>nCopies(WRITERS, () -> {
                    together.await();
                    database.transaction().executeWithoutResult(status -> write(id));
                    return null;
                }))) {
                    written.get();
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(jdbc.sql("select writes from counted").query(Integer.class).list()).hasSize(12).containsOnly(WRITERS);
        assertThat(jdbc.sql("select count(*) from written").query(Integer.class).single()).isEqualTo(12 * WRITERS);
    }

    private void write(int id) {
        database.upsert().write(
                () -> jdbc.sql("update counted set writes = writes + 1 where id = ?").param(id).update(),
                () -> jdbc.sql("insert into counted(id, writes) values (?, 1)").param(id).update());
        jdbc.sql("insert into written(id) values (?)").param(id).update();
    }
}
