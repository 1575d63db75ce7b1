package vn.outreach.intake.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.outreach.base.ooxml.OfficeFile;

/** Workbooks element for element, as no library of ours writes them. */
final class RawWorkbook {

    static final String S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** Style 1 shows a day, 2 a month and its year, 3 text, 4 a number with points. */
    static final String STYLES = "<styleSheet xmlns=\"" + S + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"mm/yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[$-42A]#,##0 &quot;đồng&quot;;[Red]-#,##0\"/></numFmts>"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"><alignment horizontal=\"center\"/></xf>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

    private final OfficeFile file = new OfficeFile();
    private final StringBuilder sheets = new StringBuilder();
    private final List<String> shared = new ArrayList<>();
    private String properties = "";
    private int count;

    RawWorkbook() {
        file.relate("", R + "/officeDocument", "xl/workbook.xml", false);
    }

    /** A sheet; in its rows a cell {@code <s>text</s>} stands for one of shared text at the next place. */
    RawWorkbook sheet(String name, String rows) {
        return sheet(name, "", rows, "");
    }

    RawWorkbook sheet(String name, String state, String rows, String after) {
        count++;
        file.part("xl/worksheets/sheet" + count + ".xml", TYPE + "worksheet+xml", "<worksheet xmlns=\"" + S + "\" xmlns:r=\"" + R
                + "\"><dimension ref=\"A1:D9\"/><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        file.relate("xl/workbook.xml", R + "/worksheet", "worksheets/sheet" + count + ".xml", false);
        sheets.append("<sheet name=\"").append(name).append("\" sheetId=\"").append(count).append("\"").append(state)
                .append(" r:id=\"rId").append(count).append("\"/>");
        return this;
    }

    /** The number of a shared text. */
    int shared(String text) {
        shared.add("<si><t xml:space=\"preserve\">" + text + "</t></si>");
        return shared.size() - 1;
    }

    RawWorkbook countsFrom1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    byte[] bytes() {
        return bytes(STYLES);
    }

    byte[] bytes(String styles) {
        if (!styles.isEmpty()) {
            file.part("xl/styles.xml", TYPE + "styles+xml", styles).relate("xl/workbook.xml", R + "/styles", "styles.xml", false);
        }
        if (!shared.isEmpty()) {
            file.part("xl/sharedStrings.xml", TYPE + "sharedStrings+xml", "<sst xmlns=\"" + S + "\">" + String.join("", shared) + "</sst>")
                    .relate("xl/workbook.xml", R + "/sharedStrings", "sharedStrings.xml", false);
        }
        return file.part("xl/workbook.xml", TYPE + "sheet.main+xml", "<workbook xmlns=\"" + S + "\" xmlns:r=\"" + R + "\">" + properties
                + "<sheets>" + sheets + "</sheets></workbook>").bytes();
    }

    Path write(Path target) throws IOException {
        return Files.write(target, bytes());
    }
}
