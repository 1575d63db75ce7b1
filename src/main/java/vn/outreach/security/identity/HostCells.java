package vn.outreach.security.identity;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The cells that host admissions: {@code cell} + the digits of the tax code, or the mobile cell (lifecycle.md §1). */
@Component
public class HostCells {

    private final IdentityService identities;
    private final Grants grants;
    private final Units units;

    HostCells(@Lazy IdentityService identities, Grants grants, Units units) {
        this.identities = identities;
        this.grants = grants;
        this.units = units;
    }

    /** The group of the mobile cell. */
    public String mobile() {
        return units.theOneWith(Capability.HOSTS_ADMISSIONS);
    }

    /** The group of an enterprise's own cell; the engine's ids take no hyphen. */
    public static String groupOf(String taxCode) {
        return "cell" + taxCode.replaceAll("\\D", "");
    }

    /** Makes the group of a cell that has been announced. */
    public void create(String taxCode, String enterpriseName) {
        grants.hostCell(groupOf(taxCode), "Chi bộ " + enterpriseName);
    }

    /** Whether this is the mobile cell, or an enterprise's own that has been announced. */
    public boolean isOne(String groupId) {
        return (groupId.equals(mobile()) || AdmissionVisibility.isOwnCell(groupId)) && exists(groupId);
    }

    public boolean exists(String groupId) {
        return identities.createGroupQuery().groupId(groupId).count() > 0;
    }
}
