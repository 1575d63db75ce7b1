package vn.outreach.intake.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What a cell says as the value of a field.
 *
 * @param value as the product writes it: digits, yyyy-MM-dd, true or false, a code, text; null where nothing is given
 *     or it is not certain
 * @param reason of {@code ASK} and {@code REFUSED}: a Vietnamese clause that begins small and ends without a point, so
 *     that “Dòng 17: ” goes before it and more may follow
 * @param suggestion a value that it probably is
 */
public record CellValue(
        @Nullable String value,
        Verdict verdict,
        @Nullable String reason,
        @Nullable String suggestion) {

    /** What becomes of the cell. */
    public enum Verdict {
        OK,
        ASK,
        REFUSED
    }

    static CellValue ok(@Nullable String value) {
        return new CellValue(value, Verdict.OK, null, null);
    }

    static CellValue ask(String reason, @Nullable String suggestion) {
        return new CellValue(null, Verdict.ASK, reason, suggestion);
    }

    static CellValue refused(String reason, @Nullable String suggestion) {
        return new CellValue(null, Verdict.REFUSED, reason, suggestion);
    }
}
