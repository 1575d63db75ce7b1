package vn.outreach.security.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.outreach.base.refusal.Refusal;

/**
 * Who asks: the engine's user id, the groups it belongs to, and those of them that are organisation units. Made by
 * {@link Units#person}.
 */
public record CurrentUser(String id, Set<String> groups, List<Units.Unit> units) {

    public boolean in(String... anyOf) {
        for (String group : anyOf) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the person's units opens the webapp; administrators open all. */
    public boolean opens(String app) {
        return isAdministrator() || units.stream().anyMatch(unit -> unit.apps().contains(app));
    }

    /** Whether a unit of the person sees and does tasks of that process. */
    public boolean worksOn(String processKey) {
        return units.stream().anyMatch(unit -> unit.worksOn().contains(processKey));
    }

    /** Whether one of the person's units has the capability, or administrators do and the person is one. */
    public boolean can(Capability capability) {
        return units.stream().anyMatch(unit -> unit.has(capability))
                || Capability.OF_ADMINISTRATORS.contains(capability) && isAdministrator();
    }

    /**
     * @throws Refusal {@code wrong-person} for everybody who lacks the capability, with a sentence that says who may
     */
    public void must(Capability capability, String sentence) {
        if (!can(capability)) {
            throw wrongPerson(sentence);
        }
    }

    public boolean isAdministrator() {
        return in(Bootstrap.ADMINISTRATORS);
    }

    /** @throws Refusal {@code wrong-person} for everybody else, with a sentence that says so */
    public void mustBeAdministrator(String sentence) {
        if (!isAdministrator()) {
            throw wrongPerson(sentence);
        }
    }

    /** Whether the person heads one of these units; to belong to the heads alone is to head none. */
    public boolean heads(Collection<String> unitIds) {
        List<String> ofHeads = idsOfUnitsWith(Capability.HEADS_UNITS);
        return !ofHeads.isEmpty()
                && unitIds.stream().anyMatch(unit -> groups.contains(unit) && !ofHeads.contains(unit));
    }

    /** A member of a unit that opens the webapps, or of a Party cell; an administrator alone is not one. */
    public boolean isStaff() {
        return inHostCell() || units.stream().anyMatch(unit -> !unit.apps().isEmpty());
    }

    /** A member of a cell that carries admissions: the mobile cell, or an enterprise's own ("cell" + its digits). */
    public boolean inHostCell() {
        return can(Capability.HOSTS_ADMISSIONS) || groups.stream().anyMatch(AdmissionVisibility::isOwnCell);
    }

    /** Admissions name persons, if only by reference: those who carry, prepare and decide them see them. */
    public AdmissionVisibility admissions() {
        return AdmissionVisibility.of(this);
    }

    /**
     * Whoever belongs to one enterprise's cell and to nothing else that introduces people, does so for that enterprise
     * only.
     */
    public boolean mayBringTo(String taxCode) {
        AdmissionVisibility visibility = admissions();
        return visibility.isNone() || visibility.covers(taxCode) || can(Capability.INTRODUCES_CANDIDATES);
    }

    List<String> idsOfUnitsWith(Capability capability) {
        return units.stream()
                .filter(unit -> unit.has(capability))
                .map(Units.Unit::id)
                .toList();
    }

    private static Refusal wrongPerson(String sentence) {
        return Refusal.forbidden("wrong-person", sentence);
    }
}
