package vn.outreach.intake.workbook;

import java.util.List;

/** What stands in a sheet; rows without anything are not there. */
public record SheetText(String name, boolean hidden, List<SheetRow> rows) {

    public SheetText {
        rows = List.copyOf(rows);
    }
}
