package vn.outreach.intake.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is not blank. Of a formula the stored result counts.
 *
 * @param column from 0
 * @param text as it stands there; of a number its digits, of a day dd/MM/yyyy, or MM/yyyy and yyyy where no more is
 *     shown
 * @param number of a cell that holds a number and is not shown as a day
 * @param day of a cell that holds a number and is shown as a day
 */
public record Cell(
        int column,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate day) {

    public static Cell text(int column, String text) {
        return new Cell(column, text, null, null);
    }

    /** The same cell with another text in it, as a person corrects it. */
    public Cell withText(String other) {
        return text(column, other);
    }

    /** The column as Excel names it: A, B, … AA. */
    public static String letter(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The column of an address such as AB12. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && address.charAt(i) >= 'A'; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
