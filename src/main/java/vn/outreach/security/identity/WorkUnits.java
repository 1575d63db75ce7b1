package vn.outreach.security.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The units among somebody's groups that do tasks: those of {@code units.yml} that work on a process, and Party cells.
 */
@Component
public class WorkUnits {

    private final Map<String, Units.Unit> units;

    WorkUnits(Units units) {
        this.units = units.units().stream().collect(Collectors.toMap(Units.Unit::id, Function.identity()));
    }

    /** In order of their ids. */
    public Set<String> of(Collection<String> groups) {
        return groups.stream().filter(this::works).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The units that this person heads; none for a member of a unit who heads none. */
    public Set<String> headedBy(CurrentUser person) {
        return person.can(Capability.HEADS_UNITS) ? of(person.groups()) : Set.of();
    }

    /** The unit's Vietnamese name; an enterprise's own cell has no name but its group's. */
    public String nameOf(String unit) {
        return units.containsKey(unit) ? units.get(unit).name() : "Chi bộ " + unit.replaceFirst("^cell", "");
    }

    private boolean works(String group) {
        Units.Unit unit = units.get(group);
        return AdmissionVisibility.isOwnCell(group)
                || unit != null && !(unit.worksOn().isEmpty() && unit.ownTasks().isEmpty());
    }
}
