package vn.outreach.intake.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;

/**
 * Finds the table in a sheet as people write lists: titles above, a header of one row or of two, zones as lines of
 * their own, sums, and who made it below.
 */
public final class TableFinder {

    private static final String TAX_CODE = "taxCode";
    private static final String NAME = "name";
    private static final String ZONE = "zone";
    private static final Pattern MANY_DIGITS = Pattern.compile("(?:[0-9][^0-9]{0,2}){9,14}");

    /**
     * The table of a sheet.
     *
     * @param fields the fields of the kind of list, those of persons too
     * @param remembered what a person chose before, by {@link #key} of a heading; an empty text leaves the column out
     * @throws Refusal {@code intake-header} when none of the first 30 rows is a header
     */
    public Table find(SheetText sheet, List<ListField> fields, Map<String, String> remembered) {
        return find(sheet, fields, remembered, Map.of());
    }

    /**
     * The table of a sheet whose columns a person has chosen.
     *
     * @param chosen fields by the column's letter, an empty text where it is left out; they go before all others
     */
    public Table find(
            SheetText sheet, List<ListField> fields, Map<String, String> remembered, Map<String, String> chosen) {
        HeadingWords words = new HeadingWords(fields);
        Header header = Header.find(sheet, words, fields);
        List<Found> found = columns(header, words, remembered, chosen);
        List<Ambiguity> ambiguities = ambiguities(found, fields);
        Map<Integer, String> fieldOf = new HashMap<>();
        for (Found each : found) {
            if (each.field != null && !each.isPersonal()) {
                fieldOf.put(each.column, each.field);
            }
        }
        if (ambiguities.isEmpty() && !holdsWhatIsNeeded(fieldOf, fields)) {
            throw Header.none(fields);
        }
        List<TableRow> rows = rows(sheet, header, fieldOf);
        List<String> personal = found.stream()
                .filter(Found::isPersonal)
                .map(each -> each.heading)
                .toList();
        List<Column> columns = found.stream()
                .filter(each -> !each.isPersonal())
                .map(each -> new Column(
                        each.column, each.letter(), each.heading, each.field, encoding(sheet, header, each.column)))
                .toList();
        return new Table(
                sheet.name(),
                header.rows().get(header.rows().size() - 1).number(),
                columns,
                personal,
                ambiguities,
                rows);
    }

    /** Under which a choice for a heading is remembered: the same for all headings that are the same to a reader. */
    public static String key(String heading) {
        return Folding.words(heading);
    }

    /** A column with a heading, and the field that it is taken for until two are taken for the same. */
    private static final class Found {
        private final int column;
        private final String heading;
        private final boolean certain;
        private @Nullable String field;

        Found(int column, String heading, @Nullable String field, boolean certain) {
            this.column = column;
            this.heading = heading;
            this.field = field;
            this.certain = certain;
        }

        String letter() {
            return Cell.letter(column);
        }

        boolean isPersonal() {
            return HeadingWords.PERSONAL.equals(field);
        }
    }

    private static List<Found> columns(
            Header header, HeadingWords words, Map<String, String> remembered, Map<String, String> chosen) {
        List<Found> found = new ArrayList<>();
        for (int column : header.columns()) {
            List<String> headings =
                    header.headings(column).stream().map(words::readable).toList();
            if (headings.isEmpty()) {
                continue;
            }
            String heading = String.join(" – ", headings);
            String said = chosen.getOrDefault(Cell.letter(column), remembered.get(key(heading)));
            if (said != null) {
                found.add(new Found(column, heading, said.isEmpty() ? null : said, true));
            } else {
                String lowest = headings.get(headings.size() - 1);
                String above = String.join(" ", headings.subList(0, headings.size() - 1));
                found.add(new Found(column, heading, words.fieldOf(above, lowest), false));
            }
        }
        return found;
    }

    /** Takes the fields away that several columns have, unless a person said which. */
    private static List<Ambiguity> ambiguities(List<Found> found, List<ListField> fields) {
        List<Ambiguity> ambiguities = new ArrayList<>();
        for (ListField field : fields) {
            List<Found> same = found.stream()
                    .filter(each -> field.name().equals(each.field))
                    .toList();
            if (field.personal() || same.size() < 2) {
                continue;
            }
            List<Found> certain = same.stream().filter(each -> each.certain).toList();
            same.stream().filter(each -> certain.size() != 1 || !each.certain).forEach(each -> each.field = null);
            if (certain.size() != 1) {
                ambiguities.add(
                        ambiguity(field, same.stream().map(Found::letter).toList()));
            }
        }
        return ambiguities;
    }

    private static Ambiguity ambiguity(ListField field, List<String> letters) {
        List<String> named = letters.stream().map(letter -> "cột " + letter).toList();
        String all = String.join(", ", named.subList(0, named.size() - 1)) + " và " + named.get(named.size() - 1);
        return new Ambiguity(
                field.name(), letters, "C%s đều giống “%s”; chọn một cột.".formatted(all.substring(1), field.label()));
    }

    private static boolean holdsWhatIsNeeded(Map<Integer, String> fieldOf, List<ListField> fields) {
        List<String> needed = fields.stream()
                .map(ListField::name)
                .filter(name -> name.equals(TAX_CODE) || name.equals(NAME))
                .toList();
        return needed.isEmpty()
                ? fieldOf.containsValue(fields.get(0).name())
                : needed.stream().anyMatch(fieldOf::containsValue);
    }

    private static @Nullable LegacyEncoding encoding(SheetText sheet, Header header, int column) {
        return LegacyEncoding.of(sheet.rows().stream()
                .skip(header.last() + 1L)
                .map(row -> row.at(column))
                .filter(Objects::nonNull)
                .filter(cell -> cell.number() == null && cell.day() == null)
                .map(Cell::text)
                .toList());
    }

    private static List<TableRow> rows(SheetText sheet, Header header, Map<Integer, String> fieldOf) {
        List<SheetRow> below =
                sheet.rows().subList(header.last() + 1, sheet.rows().size());
        int end = end(below, fieldOf);
        Map<Integer, Cell> zones = mergedZones(sheet, fieldOf);
        List<TableRow> rows = new ArrayList<>();
        String zone = RowLine.zoneOfSheet(sheet.name());
        for (int at = 0; at < end; at++) {
            SheetRow row = below.get(at);
            if (hasCode(row, fieldOf)) {
                rows.add(new TableRow(sheet.name(), row.number(), zone, cells(row, fieldOf, zones)));
                continue;
            }
            if (at == 0 && Header.isNumbering(row) || RowLine.isSum(row) || repeats(row, header)) {
                continue;
            }
            String line = RowLine.zone(row);
            if (line != null) {
                zone = line;
            } else if (!RowLine.isHeading(row) && !RowLine.isNote(row)) {
                Map<String, Cell> cells = cells(row, fieldOf, Map.of());
                if (!cells.isEmpty()) {
                    cells = cells(row, fieldOf, zones);
                    rows.add(new TableRow(sheet.name(), row.number(), zone, cells));
                }
            }
        }
        return rows;
    }

    /** Where the list ends: at who made it, unless more of it follows. */
    private static int end(List<SheetRow> rows, Map<Integer, String> fieldOf) {
        int end = rows.size();
        for (int at = rows.size() - 1; at >= 0 && !hasCode(rows.get(at), fieldOf); at--) {
            if (RowLine.isFoot(rows.get(at))) {
                end = at;
            }
        }
        return end;
    }

    private static boolean hasCode(SheetRow row, Map<Integer, String> fieldOf) {
        return row.cells().stream()
                .anyMatch(cell -> TAX_CODE.equals(fieldOf.get(cell.column()))
                        && MANY_DIGITS.matcher(cell.text()).find());
    }

    /** Whether a row is the header once more, as on each page that is printed. */
    private static boolean repeats(SheetRow row, Header header) {
        return header.rows().stream()
                .anyMatch(heading -> row.cells().size() > 1
                        && row.cells().stream().allMatch(cell -> {
                            Cell above = heading.at(cell.column());
                            return above != null && Folding.words(above.text()).equals(Folding.words(cell.text()));
                        }));
    }

    /** The zones of rows that have theirs in a cell merged with one above. */
    private static Map<Integer, Cell> mergedZones(SheetText sheet, Map<Integer, String> fieldOf) {
        Map<Integer, Cell> zones = new HashMap<>();
        for (Map.Entry<Integer, String> each : fieldOf.entrySet()) {
            if (!each.getValue().equals(ZONE)) {
                continue;
            }
            TreeMap<Integer, MergedCells> merged = new TreeMap<>();
            sheet.merged().stream()
                    .filter(cells -> cells.firstColumn() == each.getKey())
                    .forEach(cells -> merged.put(cells.firstRow(), cells));
            Cell above = null;
            for (SheetRow row : sheet.rows()) {
                Map.Entry<Integer, MergedCells> begun = merged.floorEntry(row.number());
                boolean within = begun != null && begun.getValue().holds(row.number(), each.getKey());
                above = row.at(each.getKey()) != null || !within ? row.at(each.getKey()) : above;
                if (within && above != null) {
                    zones.put(row.number(), above);
                }
            }
        }
        return zones;
    }

    private static Map<String, Cell> cells(SheetRow row, Map<Integer, String> fieldOf, Map<Integer, Cell> mergedZones) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Cell zone = mergedZones.get(row.number());
        if (zone != null) {
            cells.put(ZONE, zone);
        }
        for (Cell cell : row.cells()) {
            String field = fieldOf.get(cell.column());
            if (field != null) {
                cells.put(field, cell);
            }
        }
        return cells;
    }
}
