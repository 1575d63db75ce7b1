package vn.outreach.intake.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** What a row of a list is that is no entry of it. Only rows without a tax code are asked. */
final class RowLine {

    private static final Pattern SUM = Pattern.compile(
            "(cong|tong|tong so|tong cong(?! ty)|cong don|cong lai|luy ke|cong (kcn|ccn|khu|cum|toan|phan|muc|trang).*)( .*)?");
    private static final Pattern SUM_ALONE = Pattern.compile("(cong|tong|tong so|tong cong|cong don|luy ke)");
    private static final Pattern FOOT = Pattern.compile(
            "(nguoi lap( bieu| bang)?|nguoi tong hop|nguoi bao cao|noi nhan|thu truong( don vi)?|ky ten|ky ghi ro ho ten|xac nhan cua|thay mat|(tm|kt|tuq) (giam doc|truong|chu tich|ban|ubnd|thu truong|pho|lanh dao))( .*)?");
    private static final Pattern PLACE_AND_DAY =
            Pattern.compile("([a-z ]{0,40} )?ngay( [0-9]{1,2})? thang( [0-9]{1,2})? nam( [0-9]{4})?");
    private static final Pattern NOTE = Pattern.compile("(ghi chu|luu y|chu thich|nguon|don vi tinh)( .*)?");
    private static final Pattern ZONE = Pattern.compile(
            "(kcn|ccn|kcx|kkt|kcnc|khu cong nghiep|cum cong nghiep|khu che xuat|khu kinh te|khu cong nghe|khu cn|cum cn|cac khu cong nghiep|cac kcn)( .*)?");
    private static final Pattern NO_ZONE = Pattern.compile(
            "(doanh nghiep|dn|cong ty|loai hinh|khoi|nhom|von|hop tac xa|nha nuoc|tu nhan|nuoc ngoai|fdi)( .*)?");
    /** I., II -, A), 1. */
    private static final Pattern INDEX =
            Pattern.compile("\\s*(?:([IVXLC]{1,6}|[A-Z])|[0-9]{1,2})(?:\\s*[.)/:]\\s*|\\s+[–-]\\s+)");

    private static final Pattern INDEX_ALONE = Pattern.compile("[IVXLC]{1,6}|[A-Z]");
    private static final Pattern COUNT = Pattern.compile(
            "\\s*[(:–-]\\s*[0-9.]+\\s*(DN|doanh nghiệp|đơn vị|công ty)?\\s*\\)?\\s*:?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private RowLine() {}

    static boolean isSum(SheetRow row) {
        String first = firstText(row);
        String folded = Folding.words(first);
        return SUM_ALONE.matcher(folded).matches() || SUM.matcher(folded).matches() && hasNoName(row, first);
    }

    /** “Cộng Đồng Xanh” with an address and workers is an enterprise; a sum has numbers beside it. */
    private static boolean hasNoName(SheetRow row, @Nullable String first) {
        return row.cells().stream()
                .filter(cell -> cell.number() == null && !cell.text().equals(first))
                .allMatch(cell -> Folding.words(cell.text()).matches("[0-9 ]*"));
    }

    /** Whether a list has ended: who made it, where and when. */
    static boolean isFoot(SheetRow row) {
        String first = firstText(row);
        boolean placeAndDay = row.cells().size() == 1
                && PLACE_AND_DAY.matcher(Folding.words(first)).matches();
        return placeAndDay
                || row.cells().size() <= 3
                        && row.cells().stream()
                                .anyMatch(cell ->
                                        FOOT.matcher(Folding.words(cell.text())).matches());
    }

    static boolean isNote(SheetRow row) {
        String first = firstText(row);
        return row.cells().size() == 1
                && first != null
                && (NOTE.matcher(Folding.words(first)).matches() || first.startsWith("*") || first.startsWith("("));
    }

    /** The zone that a line of its own names, or null. */
    static @Nullable String zone(SheetRow row) {
        List<Cell> texts =
                row.cells().stream().filter(cell -> cell.number() == null).toList();
        boolean indexApart = texts.size() == 2
                && INDEX_ALONE
                        .matcher(Folding.code(texts.get(0).text()).replaceAll("[.)]$", ""))
                        .matches();
        if (texts.isEmpty() || texts.size() > 2 || texts.size() == 2 && !indexApart) {
            return null;
        }
        String line = Folding.line(texts.get(texts.size() - 1).text());
        return line == null ? null : zoneIn(line, indexApart, row.cells().size() == 1);
    }

    /** The zone that the name of a sheet says, or null. */
    static @Nullable String zoneOfSheet(String name) {
        String line = Folding.line(name);
        return line == null ? null : zoneIn(line, false, false);
    }

    /** @param alone whether nothing else stands in the row: only then an index before any words makes them a title */
    private static @Nullable String zoneIn(String line, boolean indexApart, boolean alone) {
        Matcher index = INDEX.matcher(line);
        boolean indexed = index.lookingAt();
        String name =
                COUNT.matcher(indexed ? line.substring(index.end()) : line).replaceAll("");
        String folded = Folding.words(name);
        if (ZONE.matcher(folded).matches()) {
            return name;
        }
        boolean titled = indexApart || alone && indexed && index.group(1) != null;
        return titled && !folded.isEmpty() && !NO_ZONE.matcher(folded).matches() ? name : null;
    }

    static boolean isHeading(SheetRow row) {
        List<Cell> texts =
                row.cells().stream().filter(cell -> cell.number() == null).toList();
        String line =
                row.cells().size() == 1 && texts.size() == 1 ? texts.get(0).text() : "";
        Matcher index = INDEX.matcher(line);
        return index.lookingAt() && index.group(1) != null;
    }

    private static @Nullable String firstText(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> cell.number() == null)
                .map(Cell::text)
                .filter(text -> !INDEX_ALONE.matcher(Folding.code(text)).matches())
                .findFirst()
                .orElse(null);
    }
}
