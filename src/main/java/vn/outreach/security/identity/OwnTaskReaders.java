package vn.outreach.security.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;

/**
 * People who see of admissions the tasks that are their own: units that introduce, and cells. The engine's grants stand
 * on whole processes and cannot say that.
 */
@Component
public class OwnTaskReaders {

    public static final String PROCESS = ProcessKeys.MEMBER_ADMISSION;

    private final Set<String> own;
    private final Set<String> everything;

    OwnTaskReaders(Units units) {
        this.own = units.units().stream()
                .filter(unit -> unit.ownTasks().contains(PROCESS))
                .map(Units.Unit::id)
                .collect(Collectors.toUnmodifiableSet());
        this.everything = units.units().stream()
                .filter(unit -> unit.worksOn().contains(PROCESS) || unit.reads().contains(PROCESS))
                .map(Units.Unit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a person of these groups sees own tasks only. Others see all of them or, without a grant, none. */
    public boolean include(Collection<String> groups) {
        return HostCells.withRights(groups).stream()
                        .anyMatch(group -> own.contains(group) || HostCells.ALL.equals(group))
                && groups.stream().noneMatch(everything::contains);
    }
}
