package vn.outreach.intake.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.WholeNumber;

/**
 * The header of a sheet, of one row or of two and more.
 *
 * @param last where its last row stands among the rows of the sheet
 * @param rows its rows; what stands right of a heading and is blank is headed by it too, where more follows below
 */
record Header(int last, List<SheetRow> rows) {

    /** A header is looked for down to this row. */
    static final int LOWEST = 30;

    private static final int MOST_BELOW = 2;
    private static final Pattern NUMBERING =
            Pattern.compile("\\(?([0-9]{1,2}|[A-Za-z])\\)?|\\(?[0-9]{1,2}=[-0-9+/*()]+\\)?");

    static Header find(SheetText sheet, HeadingWords words, List<ListField> fields) {
        int best = -1;
        int most = 0;
        List<SheetRow> rows = sheet.rows();
        for (int at = 0; at < rows.size() && rows.get(at).number() <= LOWEST; at++) {
            int matches = fieldsIn(rows.get(at), words).size();
            if (matches > most) {
                best = at;
                most = matches;
            }
        }
        if (best < 0) {
            throw none(fields);
        }
        int first = best > 0 && isAbove(rows.get(best - 1), rows.get(best)) ? best - 1 : best;
        int last = best;
        while (last - best < MOST_BELOW
                && last + 1 < rows.size()
                && isBelow(rows.get(last + 1), rows.get(last), rows.get(best), words)) {
            last++;
        }
        return new Header(last, rows.subList(first, last + 1));
    }

    static Refusal none(List<ListField> fields) {
        List<String> needed = fields.stream()
                .filter(field -> field.name().equals("taxCode") || field.name().equals("name"))
                .map(ListField::label)
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
        return Refusal.invalid(
                "intake-header",
                null,
                "Không tìm thấy dòng tiêu đề trong %s dòng đầu; cần ít nhất cột %s."
                        .formatted(
                                WholeNumber.shown(LOWEST),
                                needed.isEmpty() ? "“" + fields.get(0).label() + "”" : String.join(" hoặc ", needed)));
    }

    /** What stands above a column, the upper rows first; blank ones are not there. */
    List<String> headings(int column) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String text = i == rows.size() - 1 ? textAt(rows.get(i), column) : carried(i, column);
            if (text != null
                    && (headings.isEmpty() || !headings.get(headings.size() - 1).equals(text))) {
                headings.add(text);
            }
        }
        return headings;
    }

    Set<Integer> columns() {
        Set<Integer> columns = new TreeSet<>();
        rows.forEach(row -> row.cells().forEach(cell -> columns.add(cell.column())));
        return columns;
    }

    /** The text of a blank cell is that left of it, as far as a lower row has something there. */
    private @Nullable String carried(int row, int column) {
        String text = textAt(rows.get(row), column);
        if (text != null) {
            return text;
        }
        boolean below = rows.subList(row + 1, rows.size()).stream().anyMatch(lower -> lower.at(column) != null);
        if (!below) {
            return null;
        }
        for (int left = column - 1; left >= 0; left--) {
            String there = textAt(rows.get(row), left);
            if (there != null) {
                int heading = left;
                boolean alone =
                        rows.subList(row + 1, rows.size()).stream().noneMatch(lower -> lower.at(heading) != null);
                return alone ? null : there;
            }
        }
        return null;
    }

    private static @Nullable String textAt(SheetRow row, int column) {
        Cell cell = row.at(column);
        return cell == null ? null : Folding.line(cell.text());
    }

    private static Set<String> fieldsIn(SheetRow row, HeadingWords words) {
        Set<String> fields = new HashSet<>();
        for (Cell cell : row.cells()) {
            String field = isText(cell) ? words.fieldOf(words.readable(cell.text())) : null;
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Whether a row groups the headings of the next: several texts, and fewer than below, all of them over one. */
    private static boolean isAbove(SheetRow upper, SheetRow header) {
        return upper.number() == header.number() - 1
                && upper.cells().size() > 1
                && upper.cells().size() < header.cells().size()
                && upper.cells().stream().allMatch(Header::isText);
    }

    /**
     * Whether a row goes on with the header: texts only, under blanks or groups, never under a column's only heading.
     */
    private static boolean isBelow(SheetRow lower, SheetRow upper, SheetRow header, HeadingWords words) {
        if (lower.number() != upper.number() + 1 || !lower.cells().stream().allMatch(Header::isText)) {
            return false;
        }
        int outside = 0;
        Map<String, Integer> keys = new HashMap<>();
        for (Cell cell : header.cells()) {
            String field = words.fieldOf(words.readable(cell.text()));
            if (Objects.equals(field, "taxCode") || Objects.equals(field, "name")) {
                keys.put(field, cell.column());
            }
        }
        for (Cell cell : lower.cells()) {
            if (keys.containsValue(cell.column())) {
                return false;
            }
            outside += header.at(cell.column()) == null ? 1 : 0;
        }
        // A group has a heading over its first column and none over the others; a lone one below is a line of its own.
        return outside > 0 && lower.cells().size() > 1
                || lower.cells().size() > 1 && fieldsIn(lower, words).size() > 1;
    }

    private static boolean isText(Cell cell) {
        return cell.number() == null && cell.day() == null;
    }

    /** Whether a row numbers the columns: 1, 2, 3 or A, B, 1, 2, 3=1+2. */
    static boolean isNumbering(SheetRow row) {
        return row.cells().size() > 2
                && row.cells().stream()
                        .allMatch(cell ->
                                NUMBERING.matcher(Folding.code(cell.text())).matches());
    }
}
