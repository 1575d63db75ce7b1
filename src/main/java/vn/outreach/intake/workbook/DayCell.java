package vn.outreach.intake.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;

/** A day in a cell: day, month, year in this order, as people write here. A day that is not said is asked. */
final class DayCell {

    private static final Day DAY = new Day();
    private static final FieldName NAME = new FieldName("day", "Ngày");
    /** Day 0 of Excel's own count, which has one day too many in February 1900. */
    private static final LocalDate BEFORE_FIRST = LocalDate.of(1899, 12, 30);
    /** From 1954 to 2064: what a number that lost its format is likely to be. */
    private static final int FIRST_LIKELY = 20_000;

    private static final int LAST_LIKELY = 60_000;

    private static final String FULL = "([0-9]{1,2})\\s?[-/.]\\s?([0-9]{1,2})\\s?[-/.]\\s?([0-9]{4})";
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?:ngay )?" + FULL + "\\.?(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}),? nam ([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ].*)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{2})");
    private static final Pattern MONTH =
            Pattern.compile("(?:thang )?(?:([0-9]{1,2})\\s?[-/.]\\s?|([0-9]{1,2}) nam )([0-9]{4})");
    private static final Pattern YEAR = Pattern.compile("(?:nam )?((?:19|20)[0-9]{2})");
    private static final Pattern WITHIN = Pattern.compile("(?<![0-9/.-])" + FULL + "(?![0-9/])");

    private DayCell() {}

    static CellValue value(Cell cell) {
        LocalDate day = cell.day();
        BigDecimal number = cell.number();
        if (day != null && cell.text().length() == Day.shown(day).length()) {
            return within(cell, iso(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        }
        return number == null ? ofText(cell) : ofNumber(cell, number);
    }

    private static CellValue ofNumber(Cell cell, BigDecimal number) {
        if (YEAR.matcher(cell.text()).matches()) {
            return onlyYear(cell.text());
        }
        boolean likely = number.scale() <= 0
                && number.compareTo(BigDecimal.valueOf(FIRST_LIKELY)) >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_LIKELY)) <= 0;
        return likely
                ? CellValue.ask(
                        "số %s không ghi là ngày".formatted(cell.text()),
                        BEFORE_FIRST.plusDays(number.longValueExact()).toString())
                : refused(cell);
    }

    private static CellValue ofText(Cell cell) {
        String text = Folding.signs(cell.text());
        Matcher full = DAY_MONTH_YEAR.matcher(text);
        Matcher words = IN_WORDS.matcher(text);
        Matcher iso = ISO.matcher(text);
        if (full.matches()) {
            return dayMonthYear(cell, full);
        }
        if (words.matches()) {
            return dayMonthYear(cell, words);
        }
        if (iso.matches()) {
            return within(cell, written(iso.group(1), iso.group(2), iso.group(3)));
        }
        return ofPart(cell, text);
    }

    private static CellValue ofPart(Cell cell, String text) {
        Matcher shortYear = SHORT_YEAR.matcher(text);
        Matcher month = MONTH.matcher(text);
        Matcher year = YEAR.matcher(text);
        Matcher within = WITHIN.matcher(text);
        if (shortYear.matches()) {
            return ask(
                    cell,
                    "năm ghi hai chữ số",
                    written("20" + shortYear.group(3), shortYear.group(2), shortYear.group(1)));
        }
        if (month.matches()) {
            String number = month.group(1) == null ? month.group(2) : month.group(1);
            return ask(cell, "chỉ có tháng và năm", written(month.group(3), number, "1"));
        }
        if (year.matches()) {
            return onlyYear(year.group(1));
        }
        if (within.find()) {
            return ask(cell, "ngày nằm giữa chữ khác", written(within.group(3), within.group(2), within.group(1)));
        }
        return refused(cell);
    }

    private static CellValue dayMonthYear(Cell cell, Matcher found) {
        String day = found.group(1);
        String month = found.group(2);
        CellValue value = within(cell, written(found.group(3), month, day));
        CellValue american = within(cell, written(found.group(3), day, month));
        return value.value() == null && american.value() != null
                ? CellValue.ask("“%s” không có tháng %s".formatted(CellValues.quoted(cell), month), american.value())
                : value;
    }

    private static CellValue ask(Cell cell, String why, String suggestion) {
        return CellValue.ask(
                "“%s” chưa rõ ngày: %s".formatted(CellValues.quoted(cell), why),
                within(cell, suggestion).value());
    }

    private static CellValue onlyYear(String year) {
        return CellValue.ask("“%s” chưa rõ ngày: chỉ có năm".formatted(year), null);
    }

    private static CellValue refused(Cell cell) {
        return CellValue.refused("không đọc được ngày “%s”".formatted(CellValues.quoted(cell)), null);
    }

    private static CellValue within(Cell cell, @Nullable String iso) {
        try {
            return CellValue.ok(DAY.require(NAME, iso).toString());
        } catch (Refusal noDay) {
            return refused(cell);
        }
    }

    private static String written(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String iso(int year, int month, int day) {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
