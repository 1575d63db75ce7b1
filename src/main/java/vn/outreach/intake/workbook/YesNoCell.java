package vn.outreach.intake.workbook;

import java.util.Set;
import java.util.regex.Pattern;
import vn.outreach.base.text.Folding;

/** Yes or no in a cell, as people tick and write it. */
final class YesNoCell {

    private static final Set<String> YES = Set.of(
            "co",
            "x",
            "v",
            "da co",
            "da thanh lap",
            "da",
            "roi",
            "co roi",
            "yes",
            "y",
            "true",
            "1",
            "dung",
            "da tl",
            "da lap",
            "ok");
    private static final Set<String> NO = Set.of(
            "khong",
            "chua",
            "chua co",
            "k",
            "ko",
            "kg",
            "no",
            "n",
            "false",
            "0",
            "khong co",
            "chua thanh lap",
            "sai",
            "chua tl",
            "o");
    private static final Pattern TICK = Pattern.compile("[√✓✔☑×✗✕☒]+");
    private static final Pattern EMPTY_BOX = Pattern.compile("[☐□○]+");
    private static final Pattern BEGINS = Pattern.compile("(co|da co|da thanh lap|da|khong|chua|chua co)( .*)");

    private YesNoCell() {}

    static CellValue value(Cell cell) {
        String text = Folding.plain(cell.text());
        String words = Folding.words(cell.text());
        if (cell.day() == null && (YES.contains(words) || TICK.matcher(text).matches())) {
            return CellValue.ok("true");
        }
        if (cell.day() == null && (NO.contains(words) || EMPTY_BOX.matcher(text).matches())) {
            return CellValue.ok("false");
        }
        String begins = CellValues.group(BEGINS, words);
        String suggestion = begins != null ? Boolean.toString(YES.contains(begins)) : says(cell) ? "true" : null;
        return suggestion == null
                ? CellValue.refused("không rõ “%s” là có hay không".formatted(CellValues.quoted(cell)), null)
                : CellValue.ask("không rõ “%s” là có hay không".formatted(CellValues.quoted(cell)), suggestion);
    }

    /** A day on which it was founded, or how many are in it, says that it is there. */
    private static boolean says(Cell cell) {
        return cell.day() != null || cell.number() != null || cell.text().matches(".*(19|20)[0-9]{2}.*");
    }
}
