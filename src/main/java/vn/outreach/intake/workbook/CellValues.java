package vn.outreach.intake.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** What a cell says as the value of a field. Nothing is guessed: what is not certain is asked. */
public final class CellValues {

    /** What people put where nothing is to be said. */
    private static final Pattern NOTHING = Pattern.compile("[-.…_/*\\s]+|(?i:n/a|na)");

    private static final Pattern FORMULA_ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]{3}");

    private static final int LONGEST_SIGN = 12;

    private CellValues() {}

    /** The value; none, and OK, where the cell only says that there is none. */
    public static CellValue of(ListField field, Cell cell) {
        if (cell.number() == null && cell.day() == null && cell.text().length() <= LONGEST_SIGN) {
            String text = Folding.plain(cell.text());
            if (FORMULA_ERROR.matcher(text).matches()) {
                return CellValue.refused("công thức trong ô bị lỗi (%s)".formatted(text), null);
            }
            if (NOTHING.matcher(text).matches()) {
                return CellValue.ok(null);
            }
        }
        return switch (field.kind()) {
            case TAX_CODE -> TaxCodeCell.value(cell);
            case NUMBER -> NumberCell.value(cell);
            case DAY -> DayCell.value(cell);
            case YES_NO -> YesNoCell.value(cell);
            case TEXT, ZONE, MEMBER -> CellValue.ok(Folding.line(cell.text()));
        };
    }

    /**
     * The tax codes with a right checksum that differ from this one in one digit, or in two neighbours changed over:
     * the likeliest first. Empty for what has no ten digits.
     */
    public static List<String> taxCodesNear(String code) {
        return TaxCodeCell.near(code);
    }

    static String quoted(Cell cell) {
        String line = Folding.line(cell.text());
        String text = line == null ? "" : line;
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }

    static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
