package vn.outreach.intake.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** What a cell holds, as the library read it: a number is a day where its format shows one. */
final class StoredCell {

    /** More digits, or more zeros, than anybody writes. */
    private static final int MOST_DIGITS = 40;
    /** The day after the last that Excel knows. */
    private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);
    /** Characters that XML cannot hold, as Excel writes them. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private StoredCell() {}

    static @Nullable Cell read(org.dhatim.fastexcel.reader.Cell read) {
        Object value = read.getValue();
        if (value instanceof BigDecimal number) {
            return number(read, number);
        }
        if (value instanceof Boolean yes) {
            return Cell.text(read.getColumnIndex(), yes ? "TRUE" : "FALSE");
        }
        String text = value == null ? "" : unescaped(value.toString());
        return Folding.isBlank(text) && !text.contains("\u00ad") ? null : Cell.text(read.getColumnIndex(), text);
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell read, BigDecimal number) {
        int column = read.getColumnIndex();
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return Cell.text(column, read.getRawValue());
        }
        CellFormat format = CellFormat.of(read.getDataFormatId(), read.getDataFormatString());
        if (format != CellFormat.NUMBER && number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(DAYS) < 0) {
            LocalDate day = read.asDate().toLocalDate();
            return new Cell(column, format.shown(day), null, day);
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return new Cell(column, plain.toPlainString(), plain, null);
    }

    private static String unescaped(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(StoredCell::character) : text;
    }

    private static String character(MatchResult escaped) {
        char character = (char) Integer.valueOf(escaped.group(1), 16).intValue();
        return Character.isISOControl(character) ? " " : Matcher.quoteReplacement(escaped.group());
    }
}
