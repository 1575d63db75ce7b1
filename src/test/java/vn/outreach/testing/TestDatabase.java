package vn.outreach.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.base.database.ReleasedTriggers;
import vn.outreach.base.database.Upsert;

/**
 * A database of a test's own: H2 in memory, or with {@code -Doutreach.test.database=postgresql} a fresh database on an
 * embedded PostgreSQL server that all tests of the JVM share.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String SETTING = "outreach.test.database";
    private static final int POOL = 10;
    /** Of the statements that a connection has parsed, H2 keeps eight; the engine has hundreds. */
    private static final String H2_OPTIONS = ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512";

    private final String url;
    private final String user;
    private final HikariDataSource dataSource;

    private TestDatabase(String url, String user) {
        this.url = url;
        this.user = user;
        this.dataSource = pool(url, user);
    }

    /** An empty database: for tests that start the whole application, which migrates it itself. */
    public static TestDatabase empty() {
        return isPostgres() ? postgres("") : new TestDatabase("jdbc:h2:mem:" + newName() + H2_OPTIONS, "sa");
    }

    /** An empty database as a production has one, on PostgreSQL, whatever the other tests of this JVM run on. */
    public static TestDatabase onPostgres() {
        return postgres("");
    }

    private static TestDatabase postgres(String options) {
        return new TestDatabase(Server.createDatabase(newName(), options), "postgres");
    }

    private static String newName() {
        return "outreach_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * A database with the application's own tables, as the migrations of this database vendor make them. They run once per
     * JVM; each test gets a copy.
     */
    public static TestDatabase migrated() {
        return isPostgres() ? postgres(" template " + PostgresTemplate.NAME) : H2Script.run(empty());
    }

    private static TestDatabase migrate(TestDatabase database) {
        ReleasedTriggers.announce();
        Flyway.configure()
                .dataSource(database.dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .load()
                .migrate();
        return database;
    }

    public static boolean isPostgres() {
        return "postgresql".equals(vendor());
    }

    /** {@code h2} or {@code postgresql}; also the name of the folder with the vendor's migrations. */
    public static String vendor() {
        String vendor = System.getProperty(SETTING, "h2");
        if (!vendor.equals("h2") && !vendor.equals("postgresql")) {
            throw new IllegalStateException(SETTING + " must be h2 or postgresql, not " + vendor);
        }
        return vendor;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    /** Both kinds of test database let their user in without one; Spring wants the property anyway. */
    public String password() {
        return "";
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** A transaction as the engine would open one around a delegate. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public Upsert upsert() {
        return new Upsert(new DataSourceTransactionManager(dataSource));
    }

    /** What the server calls it. */
    private String name() {
        return url.replaceAll("^.*/|\\?.*$", "");
    }

    @Override
    public void close() {
        if (url.startsWith("jdbc:postgresql:")) {
            dataSource.close();
            Server.dropDatabase(name());
        } else {
            jdbc().sql("shutdown").update();
            dataSource.close();
        }
    }

    /** Another pool of so many connections, for which nobody waits long; the caller closes it. */
    public HikariDataSource pool(int size) {
        HikariDataSource pool = pool(url, user);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(250);
        return pool;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        pool.setMaximumPoolSize(POOL);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** The shared server, started by the first test that asks; it stops with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
                // After the applications: their own shutdown still talks to the server, and would wait for it.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL server does not start", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL server does not stop", e);
            }
        }

        private static void dropDatabase(String name) {
            JdbcClient.create(POSTGRES.getPostgresDatabase()).sql("drop database " + name + " with (force)").update();
        }

        private static String createDatabase(String name, String options) {
            JdbcClient.create(POSTGRES.getPostgresDatabase()).sql("create database " + name + options).update();
            return POSTGRES.getJdbcUrl("postgres", name);
        }
    }

    /** The migrated database that others are copies of; nobody is connected to it any more. */
    private static final class PostgresTemplate {

        private static final String NAME = make();

        private static String make() {
            TestDatabase template = migrate(empty());
            template.dataSource.close();
            return template.name();
        }
    }

    /** The migrated database as a script in this JVM's memory. */
    private static final class H2Script {

        private static final String FILE = "'memFS:/migrated.sql'";

        static {
            try (TestDatabase migrated = migrate(empty())) {
                migrated.jdbc().sql("script to " + FILE).query().listOfRows();
            }
        }

        private static TestDatabase run(TestDatabase database) {
            database.jdbc().sql("runscript from " + FILE).update();
            // The script makes a view before a table that was altered after it; H2 does this itself when it opens a file.
            database.jdbc().sql("select table_name from information_schema.views where table_schema = 'PUBLIC'")
                    .query(String.class).list()
                    .forEach(view -> database.jdbc().sql("alter view " + view + " recompile").update());
            return database;
        }
    }
}
