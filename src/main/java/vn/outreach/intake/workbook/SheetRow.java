package vn.outreach.intake.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not blank.
 *
 * @param number as Excel shows it, from 1
 * @param cells those that are not blank, from left to right
 */
public record SheetRow(int number, List<Cell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, or null where it is blank. */
    public @Nullable Cell at(int column) {
        for (Cell cell : cells) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return null;
    }
}
