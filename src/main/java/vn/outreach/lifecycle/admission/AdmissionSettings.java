package vn.outreach.lifecycle.admission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;

/**
 * What the office configures of admissions, and who is asked for a step, as the model reads it
 * ({@code ${outreachSettings.hostGroups(hostCell)}}).
 */
@Component("outreachSettings")
public class AdmissionSettings {

    private final EngineUsers users;
    private final Units units;
    private final boolean delegated;
    private final Map<String, String> decidingGroups;

    AdmissionSettings(EngineUsers users, Units units, Environment environment) {
        this.users = users;
        this.units = units;
        this.delegated = environment.getProperty("outreach.admission.delegated", Boolean.class, false);
        this.decidingGroups = Binder.get(environment)
                .bind("outreach.deciding-body", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /** Whether the grassroots committee was given the right to admit (Quy định thi hành Điều lệ Đảng, điều 4). */
    public boolean admissionDelegated() {
        return delegated;
    }

    /** The group that decides for a body of D8. */
    public String decidingGroup(String decidingBody) {
        return decidingGroups.getOrDefault(decidingBody, units.theOneWith(Capability.DECIDES_ADMISSIONS));
    }

    /** The host cell's group; a cell without members shares its tasks with the mobile cell. */
    public List<String> hostGroups(String hostCell) {
        String mobile = units.theOneWith(Capability.HOSTS_ADMISSIONS);
        return mobile.equals(hostCell) || !users.membersOf(hostCell).isEmpty()
                ? List.of(hostCell)
                : List.of(hostCell, mobile);
    }

    /**
     * Who may confirm a vote: another member of the cell, or the organisation board where the cell has no second one.
     */
    public List<String> confirmGroups(String hostCell) {
        Set<String> groups = new LinkedHashSet<>(hostGroups(hostCell));
        long members = groups.stream()
                .map(users::membersOf)
                .flatMap(Set::stream)
                .distinct()
                .count();
        if (members < 2) {
            groups.addAll(units.with(Capability.CONFIRMS_VOTES));
        }
        return List.copyOf(groups);
    }
}
