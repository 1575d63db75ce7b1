package vn.outreach.base.ooxml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a formula of Excel may not do: call another program (a bar between program and topic is DDE), or fetch. */
final class SheetFormula {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\[[^\\]]*]");
    private static final Pattern FETCHING = Pattern.compile(
            "\\||(?<![\\p{L}\\p{N}_])(WEBSERVICE|RTD|IMAGE|CALL|REGISTER|REGISTER\\.ID|EXEC|SQL\\.REQUEST|DDE)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private SheetFormula() {}

    static void refuse(String formula) throws OfficeFault {
        Matcher found = FETCHING.matcher(QUOTED.matcher(formula).replaceAll("''"));
        if (found.find()) {
            throw new OfficeFault(OfficeFault.Kind.FORMULA, formula);
        }
    }
}
