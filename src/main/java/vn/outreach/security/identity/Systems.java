package vn.outreach.security.identity;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the office's systems may do, by {@code units.yml}. A login that belongs to such a unit is held to its lists,
 * whatever else it may belong to: it is a system's password that lies about in scripts.
 */
@Component
public class Systems {

    private final List<Units.Unit> units;

    Systems(Units units) {
        this.units = units.units().stream().filter(Systems::isOfSystems).toList();
    }

    public boolean isOne(CurrentUser user) {
        return units.stream().anyMatch(unit -> user.in(unit.id()));
    }

    /** The groups whose members are systems. */
    public Set<String> groups() {
        return units.stream().map(Units.Unit::id).collect(Collectors.toSet());
    }

    public boolean mayStart(CurrentUser user, String processKey) {
        return may(user, Units.Unit::starts, processKey);
    }

    public boolean maySend(CurrentUser user, String message) {
        return may(user, Units.Unit::sends, message);
    }

    public boolean mayTake(CurrentUser user, String topic) {
        return may(user, Units.Unit::topics, topic);
    }

    private boolean may(CurrentUser user, Function<Units.Unit, List<String>> list, String name) {
        return units.stream()
                .anyMatch(unit -> user.in(unit.id()) && list.apply(unit).contains(name));
    }

    private static boolean isOfSystems(Units.Unit unit) {
        return !unit.sends().isEmpty() || !unit.topics().isEmpty();
    }
}
