package vn.outreach.intake.workbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param number as Excel shows it, from 1
 * @param zoneLine the zone that a line of its own above it names, or the sheet's name; null where neither does
 * @param cells by field; blank ones are not there
 */
public record TableRow(String sheet, int number, @Nullable String zoneLine, Map<String, Cell> cells) {

    public TableRow {
        cells = Map.copyOf(cells);
    }
}
