package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty list of a kind, with lists to choose from in its cells, and a sheet that explains its columns. */
public final class SampleWorkbook {

    private static final String PROGRAM = "Outreach";
    private static final String VERSION = "1.0";
    /** No row below the header is a heading, and neither is this name a zone's. */
    private static final String EXPLAINED = "Giải thích";

    private static final String CHOICES = "Danh mục";
    private static final int ROWS = 1_000;
    private static final double WIDE = 36;
    private static final double NARROW = 16;

    private SampleWorkbook() {}

    /**
     * Writes the workbook.
     *
     * @param choices what may be chosen, by field
     * @param explanations rows of two: a column, and what belongs in it
     * @param exampleRows rows of values in the order of the fields. They stand with the explanations, a line for each
     *     column, so that nobody sends them in by mistake.
     */
    public static void write(
            OutputStream out,
            String sheetName,
            List<ListField> fields,
            Map<String, List<String>> choices,
            List<String[]> explanations,
            List<List<String>> exampleRows)
            throws IOException {
        List<ListField> shown =
                fields.stream().filter(field -> !field.personal()).toList();
        try (Workbook workbook = new Workbook(out, PROGRAM, VERSION)) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            Worksheet explained = workbook.newWorksheet(EXPLAINED);
            Worksheet chosen = workbook.newWorksheet(CHOICES);
            header(sheet, shown);
            int list = 0;
            for (int column = 0; column < shown.size(); column++) {
                ListField field = shown.get(column);
                List<String> codes = choices.getOrDefault(field.name(), List.of());
                format(sheet, column, field.kind());
                if (!codes.isEmpty()) {
                    chosen.value(0, list, field.label());
                    for (int row = 0; row < codes.size(); row++) {
                        text(chosen, row + 1, list, codes.get(row));
                    }
                    chosen.width(list, WIDE);
                    sheet.range(1, column, ROWS, column)
                            .validateWithList(chosen.range(1, list, codes.size(), list))
                            .allowBlank(true);
                    list++;
                }
            }
            explain(explained, shown, explanations, exampleRows);
        }
    }

    private static void header(Worksheet sheet, List<ListField> fields) {
        for (int column = 0; column < fields.size(); column++) {
            text(sheet, 0, column, fields.get(column).label());
            sheet.width(column, fields.get(column).kind() == ValueKind.TEXT ? WIDE : NARROW);
        }
        sheet.range(0, 0, 0, fields.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(0, 1);
    }

    private static void format(Worksheet sheet, int column, ValueKind kind) {
        switch (kind) {
            // As text a code keeps the zero that it begins with.
            case TAX_CODE ->
                sheet.range(1, column, ROWS, column).style().format("@").set();
            case DAY ->
                sheet.range(1, column, ROWS, column)
                        .style()
                        .format("dd/mm/yyyy")
                        .set();
            default -> {}
        }
    }

    private static void explain(
            Worksheet sheet, List<ListField> fields, List<String[]> explanations, List<List<String>> exampleRows) {
        int line = 0;
        for (String[] explanation : explanations) {
            // Named so that the line is no header of a list itself.
            text(sheet, line, 0, "Cột “" + explanation[0] + "”");
            for (int column = 1; column < explanation.length; column++) {
                text(sheet, line, column, explanation[column]);
            }
            line++;
        }
        line++;
        for (int column = 0; column < fields.size() && !exampleRows.isEmpty(); column++) {
            text(sheet, line, 0, "Ví dụ " + fields.get(column).label());
            for (int example = 0; example < exampleRows.size(); example++) {
                text(sheet, line, example + 1, exampleRows.get(example).get(column));
            }
            line++;
        }
        sheet.width(0, WIDE);
        sheet.width(1, 2 * WIDE);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, vn.outreach.base.text.SheetText.harmless(text));
    }
}
