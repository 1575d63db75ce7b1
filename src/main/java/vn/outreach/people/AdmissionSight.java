package vn.outreach.people;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a person sees admissions, which name people if only by reference: all of them, those of the own enterprise's
 * cell, or none. {@code taxCodes} are the enterprises of the person's cells.
 */
public record AdmissionSight(boolean all, Set<String> taxCodes) {

    /** Who prepares, decides or carries admissions everywhere. Administrators are deliberately not among them. */
    private static final Set<String> EVERYWHERE = Set.of("organisationBoard", "standingCommittee", HostCells.MOBILE);
    private static final Pattern OWN_CELL = Pattern.compile("cell([0-9]{10})([0-9]{3})?");

    static AdmissionSight of(Set<String> groups) {
        boolean all = groups.stream().anyMatch(EVERYWHERE::contains);
        return new AdmissionSight(
                all,
                groups.stream()
                        .map(OWN_CELL::matcher)
                        .filter(Matcher::matches)
                        .map(AdmissionSight::taxCode)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a group is the cell of one enterprise. */
    public static boolean isOwnCell(String group) {
        return OWN_CELL.matcher(group).matches();
    }

    /** Whether admissions of this enterprise are seen; nobody sees those of no enterprise but who sees all. */
    public boolean covers(String taxCode) {
        return all || taxCode != null && taxCodes.contains(taxCode);
    }

    public boolean isNone() {
        return !all && taxCodes.isEmpty();
    }

    /** The engine's ids take no hyphen, the register's codes of branches have one. */
    private static String taxCode(Matcher cell) {
        return cell.group(2) == null ? cell.group(1) : cell.group(1) + "-" + cell.group(2);
    }
}
