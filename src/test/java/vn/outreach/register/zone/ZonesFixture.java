package vn.outreach.register.zone;

import vn.outreach.testing.TestDatabase;

/** Zones for tests that start no application. */
public final class ZonesFixture {

    private ZonesFixture() {}

    public static Zones on(TestDatabase database) {
        return new Zones(new ZoneRows(database.jdbc()));
    }
}
