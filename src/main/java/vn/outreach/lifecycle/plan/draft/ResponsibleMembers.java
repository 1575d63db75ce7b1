package vn.outreach.lifecycle.plan.draft;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.Units;

/** Everybody whom a plan's row may name: whoever may be responsible, of the units that answer for enterprises. */
@Component
public class ResponsibleMembers {

    private final Units units;
    private final Memberships memberships;
    private final Members members;

    public ResponsibleMembers(Units units, Memberships memberships, Members members) {
        this.units = units;
        this.memberships = memberships;
        this.members = members;
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (Units.Unit unit : units.answering()) {
            memberships.membersOf(unit.id()).stream()
                    .filter(members::mayBeResponsible)
                    .forEach(all::add);
        }
        return all;
    }
}
