package vn.outreach.register.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.testing.TestDatabase;

/** A ledger for tests of what follows from it. */
public final class LedgerFixture {

    private LedgerFixture() {
    }

    public static Ledger on(TestDatabase database, Clock clock, LedgerListener... listeners) {
        return on(database.jdbc(), clock, listeners);
    }

    public static Ledger on(JdbcClient jdbc, Clock clock, LedgerListener... listeners) {
        return new Ledger(jdbc, new OutcomeRows(new ObjectMapper()), List.of(listeners), texts -> { }, clock);
    }

    /** A correction as the organisation board makes it; without a day the old one stays. */
    public static Outcome correct(TestDatabase database, Ledger ledger, Outcome wrong, String result, LocalDate day) {
        return database.transaction().execute(status -> ledger.correct(wrong, result, day, "organisation", "Nhầm"));
    }
}
