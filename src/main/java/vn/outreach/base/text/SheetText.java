package vn.outreach.base.text;

/** Text for a spreadsheet, whether its file says that it is text or not. */
public final class SheetText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private SheetText() {}

    /** A spreadsheet takes a text that begins like a formula for one, unless an apostrophe stands before it. */
    public static String harmless(String text) {
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
