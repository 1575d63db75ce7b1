package vn.outreach.intake.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.ooxml.OfficeFault;
import vn.outreach.base.ooxml.OfficePackage;
import vn.outreach.base.ooxml.OfficeXml;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;

/**
 * The workbook that somebody sent with what is wrong in it: a column “Lỗi” right of all others, and the cells that are
 * meant on a red ground. All else in the file stays as it is.
 */
public final class MarkedWorkbook {

    /** The heading of the column, which no field has: sent in again, the column is read as nothing. */
    public static final String HEADING = "Lỗi";

    private static final int LONGEST = 32_000;
    private static final String STYLES = "spreadsheetml.styles+xml";

    private final OfficePackage office;
    private final ZipOutputStream zip;

    private MarkedWorkbook(OfficePackage office, ZipOutputStream zip) {
        this.office = office;
        this.zip = zip;
    }

    /**
     * What is wrong in a row.
     *
     * @param row as Excel shows it, from 1
     * @param column of the cell that is meant, from 0; null where the row as a whole is
     */
    public record Mark(String sheet, int row, @Nullable Integer column, String text) {}

    /**
     * Writes the marked workbook.
     *
     * @param headerRows {@link Table#headerRow} of the sheets that have a table, by their names
     * @throws Refusal when the original is none that {@link WorkbookReader} reads
     */
    public static void write(Path original, Path target, Map<String, Integer> headerRows, List<Mark> marks)
            throws IOException {
        List<SheetText> sheets = new WorkbookReader().read(original);
        try (OfficePackage office = OfficePackage.open(original);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            new MarkedWorkbook(office, zip).write(sheets, headerRows, marks);
        } catch (OfficeFault | XMLStreamException changedMeanwhile) {
            throw WorkbookReader.broken();
        }
    }

    private void write(List<SheetText> sheets, Map<String, Integer> headerRows, List<Mark> marks)
            throws IOException, XMLStreamException, OfficeFault {
        OfficePackage.Part styles = office.parts().stream()
                .filter(part -> part.type().endsWith(STYLES))
                .findFirst()
                .orElse(null);
        MarkedStyles marked = MarkedStyles.none();
        if (styles != null) {
            try (InputStream in = office.read(styles)) {
                marked = MarkedStyles.count(in);
            }
        }
        Map<String, SheetText> parts = sheetsByPart(sheets);
        for (OfficePackage.Part part : office.parts()) {
            SheetText sheet = parts.get(part.name());
            if (sheet != null) {
                write(part, sheet, headerRows.get(sheet.name()), marks, marked);
            } else if (!part.equals(styles)) {
                try (InputStream in = office.read(part)) {
                    zip.putNextEntry(new ZipEntry(part.entry().getName()));
                    in.transferTo(zip);
                }
            }
        }
        if (styles != null) {
            try (InputStream in = office.read(styles)) {
                Writer out = entry(styles);
                marked.write(in, out);
                out.flush();
            }
        }
    }

    private void write(
            OfficePackage.Part part, SheetText sheet, @Nullable Integer header, List<Mark> marks, MarkedStyles styles)
            throws IOException, XMLStreamException {
        Map<Integer, String> errors = new TreeMap<>();
        Map<Integer, Set<Integer>> cells = new HashMap<>();
        List<Mark> fromLeft = marks.stream()
                .sorted(Comparator.comparing(Mark::column, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        for (Mark mark : fromLeft) {
            if (mark.sheet().equals(sheet.name())) {
                Integer column = mark.column();
                errors.merge(
                        mark.row(),
                        column == null ? mark.text() : "Cột " + Cell.letter(column) + ": " + mark.text(),
                        (one, other) -> one + "\n" + other);
                if (column != null) {
                    cells.computeIfAbsent(mark.row(), first -> new HashSet<>()).add(column);
                }
            }
        }
        errors.replaceAll((row, text) -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        if (header != null) {
            errors.put(header, HEADING);
        }
        try (InputStream in = office.read(part)) {
            Writer out = entry(part);
            MarkedSheet.write(errorColumn(sheet, header), errors, cells, styles, in, out);
            out.flush();
        }
    }

    private Writer entry(OfficePackage.Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(part.entry().getName()));
        return new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    }

    /** That of an earlier answer, else the first without anything in it. */
    private static int errorColumn(SheetText sheet, @Nullable Integer header) {
        int free = 0;
        for (SheetRow row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                if (header != null
                        && row.number() == header
                        && Folding.words(cell.text()).equals(Folding.words(HEADING))) {
                    return cell.column();
                }
                free = Math.max(free, cell.column() + 1);
            }
        }
        return free;
    }

    private Map<String, SheetText> sheetsByPart(List<SheetText> sheets)
            throws IOException, XMLStreamException, OfficeFault {
        Map<String, OfficePackage.Part> related = office.related(office.main());
        Map<String, SheetText> byPart = new HashMap<>();
        int at = 0;
        try (InputStream in = office.read(office.main())) {
            XMLStreamReader reader = OfficeXml.reader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("sheet")
                        && at < sheets.size()) {
                    OfficePackage.Part part = related.get(OfficeXml.attribute(reader, "id"));
                    if (part != null) {
                        byPart.put(part.name(), sheets.get(at));
                    }
                    at++;
                }
            }
        }
        return byPart;
    }
}
