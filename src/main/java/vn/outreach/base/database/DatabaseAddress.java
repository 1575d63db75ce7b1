package vn.outreach.base.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.Environment;

/**
 * Where the database is and as whom it is asked: for the few connections beside the pool, which may not wait for one.
 */
record DatabaseAddress(String url, String user, String password) {

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String SECONDS = "3";

    static DatabaseAddress of(Environment settings) {
        return new DatabaseAddress(
                settings.getProperty("spring.datasource.url", ""),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    boolean isPostgres() {
        return url.startsWith(POSTGRES);
    }

    /** Whether it can be away: a database in memory cannot. */
    boolean isOutside() {
        return isPostgres() || url.startsWith(H2_FILE);
    }

    /** @throws SQLException within seconds when nobody answers */
    Connection connect() throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", user);
        how.setProperty("password", password);
        if (isPostgres()) {
            how.setProperty("connectTimeout", SECONDS);
            how.setProperty("loginTimeout", SECONDS);
        }
        return DriverManager.getConnection(url, how);
    }

    /** The address for people who read the log: without its parameters, where a password may stand. */
    String shown() {
        return url.split("[?;]", 2)[0];
    }
}
