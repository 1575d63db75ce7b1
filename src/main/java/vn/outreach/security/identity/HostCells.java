package vn.outreach.security.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The cells that host admissions: {@code cell} + the digits of the tax code, or the mobile cell (lifecycle.md §1). */
@Component
public class HostCells {

    /**
     * The group whose rights every member of an enterprise's cell has; nobody is written into it, so that nobody can be
     * forgotten.
     */
    public static final String ALL = "hostCells";
    /** Stands in the rights of {@link #ALL} for the group of the member's own cell. */
    public static final String OWN = "ownCell";

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

    /** The person's groups as rights are granted to them: those of all cells with the own cell. */
    public static Collection<String> withRights(Collection<String> groups) {
        if (groups.stream().noneMatch(AdmissionVisibility::isOwnCell)) {
            return groups;
        }
        Set<String> all = new LinkedHashSet<>(groups);
        all.add(ALL);
        return all;
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
