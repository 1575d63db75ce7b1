package vn.outreach.security.identity;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a person sees admissions, which name people if only by reference: all of them, those of the own enterprise's
 * cell, or none. {@code taxCodes} are the enterprises of the person's cells. {@code exceptOfOtherCells}: of every
 * enterprise, but not what another cell carries; so the mobile cell sees them.
 */
public record AdmissionVisibility(boolean all, boolean exceptOfOtherCells, Set<String> taxCodes) {

    /** Who prepares, decides or carries admissions everywhere. Administrators are deliberately not among them. */
    private static final Set<String> EVERYWHERE = Set.of("organisationBoard", "standingCommittee");

    private static final Pattern OWN_CELL = Pattern.compile("cell([0-9]{10})([0-9]{3})?");

    static AdmissionVisibility of(Set<String> groups) {
        boolean everywhere = groups.stream().anyMatch(EVERYWHERE::contains);
        return new AdmissionVisibility(
                everywhere || groups.contains(HostCells.MOBILE),
                !everywhere && groups.contains(HostCells.MOBILE),
                groups.stream()
                        .map(OWN_CELL::matcher)
                        .filter(Matcher::matches)
                        .map(AdmissionVisibility::taxCode)
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

    /** The same for one candidate, whose admission this cell carries; null where none is known. */
    public boolean covers(String taxCode, String hostCell) {
        boolean ofOthers = exceptOfOtherCells && hostCell != null && !HostCells.MOBILE.equals(hostCell);
        return ofOthers ? taxCodes.contains(taxCode) : covers(taxCode);
    }

    /**
     * The part of a SQL condition that leaves out rows of admissions which other cells carry; it begins with “and”, or
     * is empty.
     */
    public String withoutThoseOfOtherCells(String taxCode, String candidateRef) {
        String own = taxCodes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", "));
        return !exceptOfOtherCells
                ? ""
                : " "
                        + """
                and (%2$s is null%3$s or not exists (select 1 from admission_host where admission_host.candidate_ref = %2$s
                    and host_cell <> '%4$s'))""".formatted(
                                        taxCode,
                                        candidateRef,
                                        own.isEmpty() ? "" : " or %s in (%s)".formatted(taxCode, own),
                                        HostCells.MOBILE);
    }

    public boolean isNone() {
        return !all && taxCodes.isEmpty();
    }

    /** The engine's ids take no hyphen, the register's codes of branches have one. */
    private static String taxCode(Matcher cell) {
        return cell.group(2) == null ? cell.group(1) : cell.group(1) + "-" + cell.group(2);
    }
}
