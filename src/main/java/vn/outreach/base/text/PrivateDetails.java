package vn.outreach.base.text;

import java.util.regex.Pattern;

/**
 * Telephone numbers and mail addresses in people's text, however they are written: blanks, dashes, slashes, full width.
 */
public final class PrivateDetails {

    private static final String GAP = "[ .,()/-]{0,3}";
    /**
     * A Vietnamese number: a mobile one of ten digits, one of eleven with the code of its province, or either with the
     * country's code.
     */
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![0-9])(?:0" + digits("[35789]", 8) + "|0" + digits("2", 9) + "|(?:\\+|00)?" + GAP + "8"
                    + GAP + "4" + digits("[235789]", 8) + "(?:" + GAP + "[0-9])?)(?![0-9])");
    /**
     * One letter before the sign is enough: to look for the whole word would take the square of a long word's length.
     */
    private static final Pattern MAIL = Pattern.compile("[^\\s@] ?@ ?[^\\s@.]++\\.[^\\s@]");
    /** Days are full of digits and dashes, and begin with a nought half of the time. */
    private static final Pattern DAY = Pattern.compile(
            "(?<![0-9])(?:[0-3]?[0-9][/.-][01]?[0-9][/.-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[/.-][01]?[0-9][/.-][0-3]?[0-9])(?![0-9])");
    /** Tax codes of some provinces look like mobile numbers. */
    private static final Pattern TAX_CODE =
            Pattern.compile("(?:mst|ma so thue|ma so)[ :]*[0-9]{10}(?:-[0-9]{3})?(?![0-9])");

    private static final Pattern SEVERAL_DIGITS = Pattern.compile("@|[0-9](?:" + GAP + "[0-9]){6,}");

    private PrivateDetails() {}

    /**
     * Whether prose holds a telephone number or a mail address; days, document numbers, amounts and tax codes are none.
     */
    public static boolean isIn(String text) {
        String signs = DAY.matcher(TAX_CODE.matcher(Folding.signs(text)).replaceAll(" ; "))
                .replaceAll(" ; ");
        return TELEPHONE.matcher(signs).find() || MAIL.matcher(signs).find();
    }

    /** The same where no number has a place at all: the name of a post or an office. */
    public static boolean isInShortName(String text) {
        return SEVERAL_DIGITS.matcher(Folding.signs(text)).find();
    }

    private static String digits(String first, int more) {
        return GAP + first + "(?:" + GAP + "[0-9]){" + more + "}";
    }
}
