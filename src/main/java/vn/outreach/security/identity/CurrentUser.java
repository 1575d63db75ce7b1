package vn.outreach.security.identity;

import java.util.Set;
import vn.outreach.base.refusal.Refusal;

/** Who asks: the engine's user id and the groups (organisation units) it belongs to. */
public record CurrentUser(String id, Set<String> groups) {

    public boolean in(String... anyOf) {
        for (String group : anyOf) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses everybody who is in none of the groups, with a sentence that says who may. */
    public void mustBeIn(String sentence, String... anyOf) {
        if (!in(anyOf)) {
            throw Refusal.forbidden("wrong-person", sentence);
        }
    }

    /** A member of a cell that carries admissions: the mobile cell, or an enterprise's own ("cell" + its digits). */
    public boolean inHostCell() {
        return in(HostCells.MOBILE) || groups.stream().anyMatch(AdmissionVisibility::isOwnCell);
    }

    /** Admissions name persons, if only by reference: those who carry, prepare and decide them see them. */
    public AdmissionVisibility admissions() {
        return AdmissionVisibility.of(groups);
    }

    /**
     * Whoever belongs to one enterprise's cell and to nothing else that introduces people, does so for that enterprise
     * only.
     */
    public boolean mayBringTo(String taxCode) {
        AdmissionVisibility visibility = admissions();
        return visibility.isNone() || visibility.covers(taxCode) || in("outreachOfficers", "integrations");
    }
}
