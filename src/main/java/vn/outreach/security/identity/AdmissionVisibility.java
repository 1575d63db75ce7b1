package vn.outreach.security.identity;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a person sees admissions, which name people if only by reference: all of them, those of the own enterprise's
 * cell, or none. {@code taxCodes} are the enterprises of the person's cells. {@code hostCells}: where it is not empty,
 * admissions of every enterprise are seen, but not what a cell beside these carries; so the mobile cell sees them.
 * Administrators deliberately see none.
 */
public record AdmissionVisibility(boolean all, Set<String> hostCells, Set<String> taxCodes) {

    private static final Pattern OWN_CELL = Pattern.compile("cell([0-9]{10})([0-9]{3})?");

    static AdmissionVisibility of(CurrentUser person) {
        boolean everywhere = person.can(Capability.SEES_ADMISSIONS);
        return new AdmissionVisibility(
                everywhere || person.can(Capability.HOSTS_ADMISSIONS),
                everywhere ? Set.of() : Set.copyOf(person.idsOfUnitsWith(Capability.HOSTS_ADMISSIONS)),
                person.groups().stream()
                        .map(OWN_CELL::matcher)
                        .filter(Matcher::matches)
                        .map(AdmissionVisibility::taxCode)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a group is the cell of one enterprise. */
    public static boolean isOwnCell(String group) {
        return OWN_CELL.matcher(group).matches();
    }

    /** Whether what other cells carry is left out. */
    public boolean exceptOfOtherCells() {
        return !hostCells.isEmpty();
    }

    /** Whether admissions of this enterprise are seen; nobody sees those of no enterprise but who sees all. */
    public boolean covers(@Nullable String taxCode) {
        return all || taxCode != null && taxCodes.contains(taxCode);
    }

    /** The same for one candidate, whose admission this cell carries; null where none is known. */
    public boolean covers(String taxCode, @Nullable String hostCell) {
        boolean ofOthers = exceptOfOtherCells() && hostCell != null && !hostCells.contains(hostCell);
        return ofOthers ? taxCodes.contains(taxCode) : covers(taxCode);
    }

    /**
     * The part of a SQL condition that leaves out rows of admissions which other cells carry; it begins with “and”, or
     * is empty. Takes {@link #parameters}.
     */
    public String withoutThoseOfOtherCells(String taxCode, String candidateRef) {
        return !exceptOfOtherCells()
                ? ""
                : " "
                        + """
                and (%2$s is null%3$s or not exists (select 1 from admission_host where admission_host.candidate_ref = %2$s
                    and host_cell not in (:hostCells)))""".formatted(
                                        taxCode,
                                        candidateRef,
                                        taxCodes.isEmpty() ? "" : " or %s in (:taxCodesOfCells)".formatted(taxCode));
    }

    /** By the names in {@link #withoutThoseOfOtherCells}. */
    public Map<String, Object> parameters() {
        return Map.of("hostCells", hostCells, "taxCodesOfCells", taxCodes);
    }

    public boolean isNone() {
        return !all && taxCodes.isEmpty();
    }

    /** The engine's ids take no hyphen, the register's codes of branches have one. */
    private static String taxCode(Matcher cell) {
        return cell.group(2) == null ? cell.group(1) : cell.group(1) + "-" + cell.group(2);
    }
}
