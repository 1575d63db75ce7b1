package vn.outreach.intake.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.ooxml.OfficeFault;
import vn.outreach.base.ooxml.OfficePackage;
import vn.outreach.base.ooxml.OfficeXml;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;

/**
 * How much a workbook may hold. All its parts are counted through, whatever they are called, before the library reads
 * one of them: the library believes an address of a cell and holds a row as wide as that, and no shared text is let go.
 */
final class WorkbookLimits {

    static final int MOST_SHEETS = 20;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 200;
    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_CHARACTERS = 32_000_000;
    /** Of Excel itself. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int WIDEST_SHEET = 16_384;
    private static final int MOST_FORMATS = 66_000;
    /** A cell without a formula is looked for in each formula of many cells. */
    private static final long MOST_LOOKUPS = 1_000_000_000;

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})[1-9][0-9]{0,6}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

    private int rows;
    private int widest;
    private int cells;
    private long characters;
    private int sharedTexts;
    /** The library adds blank texts up to any that a cell asks for. */
    private int lastShared = -1;

    private int formats;
    private int arrays;

    private WorkbookLimits() {}

    /**
     * Counts through all parts.
     *
     * @return the merged cells of several rows, by the names of the parts
     * @throws Refusal {@code intake-size} with what the file has and what it may have, or {@code intake-broken}
     */
    static Map<String, List<MergedCells>> refuse(OfficePackage office) throws IOException, OfficeFault {
        WorkbookLimits limits = new WorkbookLimits();
        Map<String, List<MergedCells>> merged = new HashMap<>();
        for (OfficePackage.Part part : office.parts()) {
            try (InputStream in = new BufferedInputStream(office.read(part))) {
                if (beginsLikeXml(in)) {
                    Counting counting = limits.new Counting();
                    OfficeXml.read(in, counting);
                    merged.put(part.name(), counting.merged);
                }
            } catch (XMLStreamException noXml) {
                OfficePackage.refuseTooLarge(noXml.getNestedException());
                // Drawings of old Excel are no XML; the guard has refused the others.
                if (!part.type().endsWith("vmldrawing")) {
                    throw WorkbookReader.broken();
                }
            }
        }
        limits.refuse();
        return merged;
    }

    static void refuseSheets(int sheets) {
        refuseMore("Tệp có %s trang tính, tối đa %s trang tính.", sheets, MOST_SHEETS);
    }

    private void refuse() {
        refuseMore("Tệp có %s dòng, tối đa %s dòng; hãy chia thành nhiều tệp.", rows, MOST_ROWS);
        refuseMore("Tệp có %s cột, tối đa %s cột.", widest, MOST_COLUMNS);
        refuseMore("Tệp có %s ô, tối đa %s ô; hãy chia thành nhiều tệp.", cells, MOST_CELLS);
        refuseMore("Tệp có %s ký tự, tối đa %s ký tự; hãy chia thành nhiều tệp.", characters, MOST_CHARACTERS);
        if (lastShared >= sharedTexts
                || sharedTexts > MOST_CELLS
                || formats > MOST_FORMATS
                || (long) arrays * cells > MOST_LOOKUPS) {
            throw WorkbookReader.broken();
        }
    }

    private static void refuseMore(String sentence, long has, long most) {
        if (has > most) {
            throw Refusal.invalid(
                    "intake-size", null, sentence.formatted(WholeNumber.shown(has), WholeNumber.shown(most)));
        }
    }

    /**
     * Whether the first character that is none of a mark of byte order or a blank is a bracket, in whatever encoding.
     */
    private static boolean beginsLikeXml(InputStream in) throws IOException {
        in.mark(64);
        int octet = in.read();
        for (int i = 0;
                i < 60
                        && (octet == 0
                                || octet >= 0xef
                                || octet == 0xbb
                                || octet == 0xbf
                                || octet == ' '
                                || octet >= 9 && octet <= 13);
                i++) {
            octet = in.read();
        }
        in.reset();
        return octet == '<';
    }

    private final class Counting implements OfficeXml.Reading {

        private boolean inCell;
        private boolean number;
        private boolean shared;
        private final StringBuilder index = new StringBuilder();
        private boolean filled;
        private boolean rowFilled;
        private final List<MergedCells> merged = new ArrayList<>();
        private int column;
        private int length;

        @Override
        public void begins(XMLStreamReader element) {
            length = 0;
            switch (element.getLocalName()) {
                case "row" -> {
                    rowFilled = false;
                    column = -1;
                    mustFit(ROW, OfficeXml.attribute(element, "r"));
                }
                case "c" -> beginsCell(element);
                case "si" -> sharedTexts++;
                case "mergeCell" -> {
                    MergedCells cells = MergedCells.of(OfficeXml.attribute(element, "ref"));
                    if (cells != null && cells.lastRow() > cells.firstRow() && merged.size() < MOST_ROWS) {
                        merged.add(cells);
                    }
                }
                case "xf", "numFmt" -> formats++;
                case "f" -> {
                    filled = true;
                    arrays += "array".equals(OfficeXml.attribute(element, "t")) ? 1 : 0;
                }
                default -> {}
            }
        }

        private void beginsCell(XMLStreamReader element) {
            inCell = true;
            filled = false;
            String type = OfficeXml.attribute(element, "t");
            number = type == null || type.equals("n");
            shared = "s".equals(type);
            index.setLength(0);
            String address = OfficeXml.attribute(element, "r");
            mustFit(CELL, address);
            column = address == null ? column + 1 : Cell.column(address);
            if (column >= WIDEST_SHEET) {
                throw WorkbookReader.broken();
            }
        }

        @Override
        public void text(String text) {
            characters += text.length();
            length += text.length();
            if (inCell && shared && index.length() < LONGEST_NUMBER) {
                index.append(text);
            }
            if (inCell && !filled) {
                filled = !text.isBlank();
            }
        }

        @Override
        public void ends(String namespace, String name) {
            boolean tooLong = switch (name) {
                case "v" -> length > (number ? LONGEST_NUMBER : LONGEST_TEXT);
                case "t" -> length > LONGEST_TEXT;
                case "f" -> length > LONGEST_FORMULA;
                default -> false;
            };
            if (tooLong) {
                throw WorkbookReader.broken();
            }
            if (name.equals("c") && inCell) {
                inCell = false;
                if (shared && filled) {
                    mustFit(INDEX, index.toString().strip());
                    lastShared = Math.max(
                            lastShared, Integer.valueOf(index.toString().strip()));
                }
                if (filled) {
                    cells++;
                    rowFilled = true;
                    widest = Math.max(widest, column + 1);
                }
            } else if (name.equals("row") && rowFilled) {
                rows++;
            }
        }

        private void mustFit(Pattern pattern, @Nullable String address) {
            if (address != null && !pattern.matcher(address).matches()) {
                throw WorkbookReader.broken();
            }
        }
    }
}
