package vn.outreach;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The office's own tables without the engine, on both databases. PostgreSQL starts once per test run, on first use. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new SimpleDriverDataSource(new org.postgresql.Driver(),
                    Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    };

    /** A fresh database with every migration applied. */
    public DataSource migrated() {
        TimeZone.setDefault(OutreachApplication.ZONE);
        DataSource database = empty();
        Flyway.configure().dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + name().toLowerCase())
                .load().migrate();
        return database;
    }

    abstract DataSource empty();

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
