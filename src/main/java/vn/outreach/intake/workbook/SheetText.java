package vn.outreach.intake.workbook;

import java.util.List;

/**
 * What stands in a sheet; rows without anything are not there.
 *
 * @param merged cells of several rows that are shown as one
 * @param hiddenRows how many of the rows are not shown, by a filter or by hand; they are read like the others
 */
public record SheetText(String name, boolean hidden, List<SheetRow> rows, List<MergedCells> merged, int hiddenRows) {

    public SheetText {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }

    /** A sheet in which nothing is merged and no row hidden. */
    public SheetText(String name, boolean hidden, List<SheetRow> rows) {
        this(name, hidden, rows, List.of(), 0);
    }
}
