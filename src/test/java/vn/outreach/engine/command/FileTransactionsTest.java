package vn.outreach.engine.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.SystemsFixture;

/** One writer at a time on an H2 file; an act that is refused there is recorded by a transaction of its own. */
@Tag("both-databases")
class FileTransactionsTest {

    private static final int THREADS = 6;

    @TempDir
    private Path directory;

    private final HikariDataSource dataSource = new HikariDataSource();
    private TransactionTemplate transaction;
    private AuditTrail audit;

    @BeforeEach
    void open() {
        dataSource.setJdbcUrl("jdbc:h2:file:" + directory.resolve("outreach") + ";LOCK_TIMEOUT=2000");
        dataSource.setUsername("sa");
        dataSource.setPassword("");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        FileTransactions transactions = new FileTransactions(dataSource);
        transaction = new TransactionTemplate(transactions);
        audit = AuditFixture.on(dataSource, transactions, () -> SystemsFixture.person("officer1"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void actsAndRefusalsOfManyAtOnce_areAllThere() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            work.add(clients.submit(this::actAndBeRefused));
        }
        for (Future<?> done : work) {
            done.get(30, SECONDS);
        }
        clients.shutdown();

        assertThat(count("REPAIRED")).isEqualTo(THREADS);
        assertThat(count("ACCESS_REFUSED")).isEqualTo(THREADS);
    }

    /** The refused transaction has the end of the audit locked already: its refusal must wait until that is undone. */
    private void actAndBeRefused() {
        Refusal refusal = Refusal.forbidden("wrong-person", "Không được.");
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(AuditAction.REPAIRED, "Task", "t")));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    JdbcClient.create(dataSource).sql("select id from audit_head for update").query(Long.class).single();
                    audit.recordRefused(AuditEntry.of(AuditAction.ACCESS_REFUSED, "Task", "t"), refusal);
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    private int count(String action) {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from audit where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }
}
