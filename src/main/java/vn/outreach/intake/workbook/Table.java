package vn.outreach.intake.workbook;

import java.util.List;

/**
 * The table of a sheet.
 *
 * @param headerRow the last row of the header, as Excel shows it
 * @param columns those with a heading, without those of persons
 * @param personalColumns headings of the columns that are left out because they are of persons
 */
public record Table(
        String sheet,
        int headerRow,
        List<Column> columns,
        List<String> personalColumns,
        List<Ambiguity> ambiguities,
        List<TableRow> rows) {

    public Table {
        columns = List.copyOf(columns);
        personalColumns = List.copyOf(personalColumns);
        ambiguities = List.copyOf(ambiguities);
        rows = List.copyOf(rows);
    }
}
