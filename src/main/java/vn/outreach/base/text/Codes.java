package vn.outreach.base.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes as people paste them, read as the codes they are: with no-break blanks, in groups, with another dash, in full
 * width, with “MST:” before them. Whether there is such an enterprise or candidate is not asked here. Text that holds
 * no code stays as it is, without the blanks at its ends; null for a blank one.
 */
public final class Codes {

    /** Ten digits, and three more for a branch, with its hyphen or without. */
    private static final Pattern TAX_CODE = Pattern.compile(
            "(?:mst|mãsốthuế|masothue)?:?([0-9]{10})[-/]?([0-9]{3})?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CANDIDATE = Pattern.compile("UV-?([0-9]{4})-?([0-9]{4})");
    private static final Pattern POINTS_OF_GROUPS = Pattern.compile("[.,']");

    private Codes() {}

    /** A tax code: “MST: 3500 370 371 – 001” is 3500370371-001. */
    public static @Nullable String taxCode(@Nullable String pasted) {
        Matcher code =
                TAX_CODE.matcher(POINTS_OF_GROUPS.matcher(Folding.code(pasted)).replaceAll(""));
        if (!code.matches()) {
            return Folding.kept(pasted);
        }
        return code.group(2) == null ? code.group(1) : code.group(1) + "-" + code.group(2);
    }

    /** A candidate's reference: “uv 2026 – 0001” is UV-2026-0001. */
    public static @Nullable String candidateRef(@Nullable String pasted) {
        Matcher code = CANDIDATE.matcher(Folding.code(pasted).toUpperCase(Locale.ROOT));
        return code.matches() ? "UV-" + code.group(1) + "-" + code.group(2) : Folding.kept(pasted);
    }

    /** The key of a case, which is the one or the other. */
    public static @Nullable String businessKey(String pasted) {
        String reference = candidateRef(pasted);
        return reference != null && reference.startsWith("UV-") ? reference : taxCode(pasted);
    }
}
