package vn.outreach.register.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** What recorded steps say, without Spring: opens what the package keeps to itself. */
public final class EarlierStepsFixture {

    private EarlierStepsFixture() {
    }

    public static EarlierSteps on(TestDatabase database) {
        return new EarlierSteps(database.jdbc(), new OutcomeRows(new ObjectMapper()), SystemsFixture.personalData());
    }
}
