package vn.outreach.intake.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;

/** A number of people or things in a cell: a whole one from 0 on. */
final class NumberCell {

    private static final WholeNumber WHOLE = new WholeNumber(0, Integer.MAX_VALUE);
    private static final FieldName NAME = new FieldName("number", "Số");
    /** What formulas lose by counting in binary. */
    private static final BigDecimal LOST = new BigDecimal("0.000001");

    private static final String DIGITS = "(?:[0-9]{1,3}(?:[., '][0-9]{3})+|[0-9]+)";
    private static final String UNIT =
            "(?:\\s*(?:nguoi|lao dong|ld|cong nhan|cn|cnld|doan vien|dang vien|dv|dvcd|dvtn|nhan vien|nv|chi doan|to|ng))?\\.?";
    private static final Pattern PLAIN = Pattern.compile("(" + DIGITS + ")" + UNIT);
    private static final Pattern DECIMAL_ZERO = Pattern.compile("([0-9]+)[.,]0{1,2}");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:khoang|tren|duoi|hon|gan|chung|tam|toi thieu|it nhat|toi da|uoc|uoc tinh|du kien|~|>|<|>=|<=|≈|±|±)\\s*(?:chung )?("
                    + DIGITS + ")" + UNIT + "|(" + DIGITS + ")" + UNIT + "\\s*(?:\\+|tro len|tro xuong|may|hon)");
    private static final Pattern SEPARATORS = Pattern.compile("[., ']");
    private static final Pattern NONE = Pattern.compile("khong|khong co|chua co|chua|0");

    private NumberCell() {}

    static CellValue value(Cell cell) {
        if (cell.day() != null) {
            return CellValue.refused("“%s” là ngày, không phải số".formatted(CellValues.quoted(cell)), null);
        }
        BigDecimal number = cell.number();
        return number == null ? ofText(cell) : ofNumber(cell, number);
    }

    private static CellValue ofNumber(Cell cell, BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        if (number.subtract(whole).abs().compareTo(LOST) <= 0) {
            return whole(cell, whole.toBigInteger().toString());
        }
        BigDecimal thousands = number.movePointRight(3).stripTrailingZeros();
        if (number.signum() > 0 && thousands.scale() <= 0 && number.compareTo(BigDecimal.valueOf(1000)) < 0) {
            String shown = number.toPlainString().replace('.', ',');
            return CellValue.ask("số %s không phải số nguyên".formatted(shown), thousands.toPlainString());
        }
        return CellValue.refused("“%s” không phải số nguyên".formatted(CellValues.quoted(cell)), null);
    }

    private static CellValue ofText(Cell cell) {
        String text = Folding.signs(cell.text());
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return whole(cell, SEPARATORS.matcher(plain.group(1)).replaceAll(""));
        }
        Matcher zeros = DECIMAL_ZERO.matcher(text);
        if (zeros.matches()) {
            return whole(cell, zeros.group(1));
        }
        Matcher about = ABOUT.matcher(text);
        if (about.matches()) {
            String digits = about.group(1) == null ? about.group(2) : about.group(1);
            return CellValue.ask(
                    "“%s” không phải số chính xác".formatted(CellValues.quoted(cell)),
                    whole(cell, SEPARATORS.matcher(digits).replaceAll("")).value());
        }
        if (NONE.matcher(text).matches()) {
            return CellValue.ask("“%s” không phải số".formatted(CellValues.quoted(cell)), "0");
        }
        return text.matches(".*[0-9].*")
                ? CellValue.ask("không rõ “%s” là số nào".formatted(CellValues.quoted(cell)), null)
                : CellValue.refused("“%s” không phải số".formatted(CellValues.quoted(cell)), null);
    }

    private static CellValue whole(Cell cell, String digits) {
        try {
            return CellValue.ok(String.valueOf(WHOLE.require(NAME, digits)));
        } catch (Refusal outOfRange) {
            return CellValue.refused(
                    digits.startsWith("-")
                            ? "số “%s” không được âm".formatted(CellValues.quoted(cell))
                            : "số “%s” quá lớn".formatted(CellValues.quoted(cell)),
                    null);
        }
    }
}
