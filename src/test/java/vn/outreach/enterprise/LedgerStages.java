package vn.outreach.enterprise;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the package-private constructor of {@link Stages} to the tests of other packages. */
public final class LedgerStages {

    private LedgerStages() {
    }

    public static Stages on(JdbcClient jdbc) {
        return new Stages(jdbc);
    }
}
