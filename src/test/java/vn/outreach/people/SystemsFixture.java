package vn.outreach.people;

import java.util.List;

/** The systems of the house for tests without it: opens what the package keeps to itself. */
public final class SystemsFixture {

    private SystemsFixture() {
    }

    /** One unit of systems, as in units.yml. */
    public static Systems integrations() {
        return new Systems(new Units(List.of(new Units.Unit("integrations", "Hệ thống bên ngoài", List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of("outreach.ownerContacted"), List.of()))));
    }
}
