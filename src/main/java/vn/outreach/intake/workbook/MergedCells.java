package vn.outreach.intake.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells that are shown as one, rows from 1 and columns from 0, both ends included; the first of them has the text. */
public record MergedCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})");

    /** The cells of a range such as B7:B12, or null for what is none. */
    static @Nullable MergedCells of(@Nullable String range) {
        Matcher parts = RANGE.matcher(range == null ? "" : range);
        return parts.matches()
                ? new MergedCells(
                        Integer.valueOf(parts.group(2)),
                        Integer.valueOf(parts.group(4)),
                        Cell.column(parts.group(1)),
                        Cell.column(parts.group(3)))
                : null;
    }

    boolean holds(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
