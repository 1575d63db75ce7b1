package vn.outreach.register.enterprise;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** A register for the tests of other packages: opens what the package keeps to itself. */
public final class RegisterFixture {

    private RegisterFixture() {
    }

    public static Enterprises on(TestDatabase database, Clock clock) {
        EnterpriseRows rows = new EnterpriseRows(database.jdbc());
        return new Enterprises(database.jdbc(), rows, new Stages(database.jdbc(), rows), entries(database, clock), texts -> { }, clock);
    }

    /** An entry past the register's rules, as earlier releases let them in. */
    public static void put(TestDatabase database, Clock clock, String taxCode, EnterpriseField field, Object value) {
        on(database, clock).apply(taxCode, new RegisterChange().set(field, value));
    }

    /** Entries that officer1 makes. */
    static RegisterEntries entries(TestDatabase database, Clock clock) {
        return new RegisterEntries(database.jdbc(), new JdbcTemplate(database.dataSource()), () -> SystemsFixture.person("officer1", "outreachOfficers"), clock);
    }

    /** An enterprise that is registered and nothing more. */
    public static void add(TestDatabase database, Clock clock, String taxCode, String responsibleMember) {
        on(database, clock).insert(taxCode, new RegisterChange().set(EnterpriseField.NAME, "Doanh nghiệp " + taxCode)
                .set(EnterpriseField.ZONE, "Phú Mỹ I").set(EnterpriseField.SECTOR, "thép")
                .set(EnterpriseField.OWNERSHIP, Ownership.FDI).set(EnterpriseField.WORKERS, 1000)
                .set(EnterpriseField.RESPONSIBLE_MEMBER, responsibleMember));
    }
}
