package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.ooxml.OfficeXml;

/**
 * Writes a sheet anew with what is wrong in its rows: a text in one column, and the cells that are meant on another
 * ground.
 */
final class MarkedSheet {

    private final int errorColumn;
    private final Map<Integer, String> errors;
    private final Map<Integer, Set<Integer>> cells;
    private final MarkedStyles styles;
    private final XmlCopy copy;
    private final XMLStreamReader reader;

    /** Controls beside the data say their place by elements of the same names. */
    private boolean inData;

    private int row;
    private int column;
    /** What is still to be written into the row: the style of a cell that is not there, or null for the error's. */
    private SortedMap<Integer, Boolean> waiting = new TreeMap<>();

    private MarkedSheet(
            int errorColumn,
            Map<Integer, String> errors,
            Map<Integer, Set<Integer>> cells,
            MarkedStyles styles,
            InputStream sheet,
            Writer out)
            throws XMLStreamException {
        this.errorColumn = errorColumn;
        this.errors = errors;
        this.cells = cells;
        this.styles = styles;
        this.copy = new XmlCopy(out);
        this.reader = OfficeXml.reader(sheet);
    }

    /**
     * @param errorColumn whose cells are replaced, from 0
     * @param errors the texts in it by the number of the row; in other rows it is emptied
     * @param cells columns of cells to be coloured, by the number of the row
     */
    static void write(
            int errorColumn,
            Map<Integer, String> errors,
            Map<Integer, Set<Integer>> cells,
            MarkedStyles styles,
            InputStream sheet,
            Writer out)
            throws XMLStreamException, IOException {
        new MarkedSheet(errorColumn, errors, cells, styles, sheet, out).write();
    }

    private void write() throws XMLStreamException, IOException {
        copy.begin();
        while (reader.hasNext()) {
            int event = reader.next();
            String name = event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT
                    ? reader.getLocalName()
                    : "";
            boolean begins = event == XMLStreamReader.START_ELEMENT;
            switch (name) {
                // It says how far the cells reach; programs count by themselves where it is missing.
                case "dimension" -> {}
                case "sheetData" -> {
                    inData = begins;
                    copy.copy(reader);
                }
                default -> inData(name, begins);
            }
        }
    }

    private void inData(String name, boolean begins) throws IOException, XMLStreamException {
        if (inData && name.equals("row")) {
            row(begins);
        } else if (inData && name.equals("c")) {
            cell(begins);
        } else {
            copy.copy(reader);
        }
    }

    private void row(boolean begins) throws IOException {
        if (!begins) {
            waitingBefore(Integer.MAX_VALUE);
            copy.copy(reader);
            return;
        }
        String number = OfficeXml.attribute(reader, "r");
        row = number == null ? row + 1 : Integer.valueOf(number);
        column = -1;
        waiting = new TreeMap<>();
        cells.getOrDefault(row, Set.of()).forEach(each -> waiting.put(each, false));
        if (errors.containsKey(row)) {
            waiting.put(errorColumn, true);
        }
        copy.copy(reader, Map.of("spans", ""));
    }

    private void cell(boolean begins) throws IOException, XMLStreamException {
        if (!begins) {
            copy.copy(reader);
            return;
        }
        String address = OfficeXml.attribute(reader, "r");
        column = address == null ? column + 1 : Cell.column(address);
        waitingBefore(column);
        if (column == errorColumn) {
            skipCell();
            waitingBefore(column + 1);
        } else if (waiting.remove(column) != null) {
            copy.copy(reader, Map.of("s", Integer.toString(styles.marked(style()))));
        } else {
            copy.copy(reader);
        }
    }

    private int style() {
        String style = OfficeXml.attribute(reader, "s");
        return style == null ? 0 : Integer.valueOf(style);
    }

    private void skipCell() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    /** Writes what is to stand left of a column and is not there. */
    private void waitingBefore(int next) throws IOException {
        while (!waiting.isEmpty() && waiting.firstKey() < next) {
            int at = waiting.firstKey();
            boolean error = Boolean.TRUE.equals(waiting.remove(at));
            copy.write(newCell(at, error ? errors.get(row) : null));
        }
    }

    private String newCell(int at, @Nullable String text) {
        String prefix = reader.getPrefix();
        String cell = XmlCopy.name(prefix, "c");
        String begin = "<" + cell + " r=\"" + Cell.letter(at) + row + "\" s=\"" + styles.marked(0) + "\"";
        if (text == null) {
            return begin + "/>";
        }
        String inline = XmlCopy.name(prefix, "is");
        String words = XmlCopy.name(prefix, "t");
        return begin + " t=\"inlineStr\"><" + inline + "><" + words + " xml:space=\"preserve\">" + XmlCopy.text(text)
                + "</" + words + "></" + inline + "></" + cell + ">";
    }
}
