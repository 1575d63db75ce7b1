package vn.outreach.intake.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.Day;

/** How much of a day the format of a cell shows (ECMA-376, part 1, 18.8.30). */
enum CellFormat {
    NUMBER,
    YEAR,
    MONTH,
    DAY;

    private static final DateTimeFormatter MONTHS = DateTimeFormatter.ofPattern("MM/yyyy");
    /** Texts, colours and conditions, characters by themselves, widths and fillings. */
    private static final Pattern NO_CODE =
            Pattern.compile("\"[^\"]*\"?|\\[(?![hms]+])[^\\]]*]?|\\\\.|_.|\\*.", Pattern.CASE_INSENSITIVE);

    /** @param format null where the number alone says it */
    static CellFormat of(@Nullable Integer id, @Nullable String format) {
        if (format == null || format.isEmpty()) {
            return id != null
                            && (id >= 14 && id <= 17
                                    || id == 22
                                    || id >= 27 && id <= 31
                                    || id == 36
                                    || id >= 50 && id <= 58)
                    ? DAY
                    : NUMBER;
        }
        String small = format.toLowerCase(Locale.ROOT);
        if (small.equals("general") || small.equals("standard") || small.equals("@")) {
            return NUMBER;
        }
        String codes = NO_CODE.matcher(small).replaceAll("");
        int end = codes.indexOf(';');
        String first = end < 0 ? codes : codes.substring(0, end);
        if (first.contains("general")) {
            return NUMBER;
        }
        if (first.contains("d")) {
            return DAY;
        }
        if (first.contains("y")) {
            return first.contains("m") ? MONTH : YEAR;
        }
        return NUMBER;
    }

    String shown(LocalDate day) {
        return switch (this) {
            case MONTH -> MONTHS.format(day);
            case YEAR -> Integer.toString(day.getYear());
            default -> Day.shown(day);
        };
    }
}
