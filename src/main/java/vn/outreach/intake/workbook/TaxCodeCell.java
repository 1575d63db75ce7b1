package vn.outreach.intake.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Codes;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.TaxCode;
import vn.outreach.base.value.WholeNumber;

/**
 * A tax code in a cell. A number has lost its leading zero, a text has not: so only of a number it is put back, and
 * only where the checksum then is right.
 */
final class TaxCodeCell {

    private static final int DIGITS = 10;
    private static final int PERSONAL = 12;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern SHAPE = Pattern.compile("[0-9]{10}(-[0-9]{3})?");

    private static final Pattern CALLED =
            Pattern.compile("^(mst|msdn|mãsốthuế|mãsố|mãsốdn)[:.]?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TaxCodeCell() {}

    static CellValue value(Cell cell) {
        if (cell.day() != null) {
            return CellValue.refused("mã số thuế là một ngày (%s)".formatted(CellValues.quoted(cell)), null);
        }
        BigDecimal number = cell.number();
        return number == null ? ofText(cell) : ofNumber(cell, number);
    }

    static List<String> near(String code) {
        if (!SHAPE.matcher(code).matches()) {
            return List.of();
        }
        Set<String> near = new LinkedHashSet<>();
        for (int i = 0; i + 1 < DIGITS; i++) {
            add(near, code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2));
        }
        for (int i = DIGITS - 1; i >= 0; i--) {
            for (char digit = '0'; digit <= '9'; digit++) {
                add(near, code.substring(0, i) + digit + code.substring(i + 1));
            }
        }
        near.remove(code);
        return new ArrayList<>(near);
    }

    private static void add(Set<String> near, String code) {
        if (TaxCode.isValid(code)) {
            near.add(code);
        }
    }

    private static CellValue ofNumber(Cell cell, BigDecimal number) {
        String digits = cell.text();
        if (number.signum() <= 0 || number.scale() > 0) {
            return unreadable(cell);
        }
        boolean lostItsZero = digits.length() == DIGITS - 1 || digits.length() == PERSONAL;
        String restored = code("0" + digits);
        if (lostItsZero && TaxCode.isValid(restored)) {
            return CellValue.ok(restored);
        }
        return ofDigits(cell, digits);
    }

    private static CellValue ofText(Cell cell) {
        String code = Codes.taxCode(cell.text());
        if (code != null && SHAPE.matcher(code).matches()) {
            return checked(code);
        }
        String plain = CALLED.matcher(Folding.code(cell.text())).replaceFirst("");
        String digits = NO_DIGIT.matcher(plain).replaceAll("");
        boolean shortened = digits.length() == DIGITS - 1 || digits.length() == PERSONAL;
        if (shortened && TaxCode.isValid(code("0" + digits)) && !plain.matches(".*\\p{L}.*")) {
            return CellValue.ask(
                    "mã số thuế %s có %s chữ số, thiếu số 0 ở đầu"
                            .formatted(digits, WholeNumber.shown(digits.length())),
                    code("0" + digits));
        }
        return plain.matches("[-0-9.,' ]+") ? ofDigits(cell, digits) : withLetters(cell, plain);
    }

    /** The letters O, I and l for 0 and 1. */
    private static CellValue withLetters(Cell cell, String plain) {
        String digits = Codes.taxCode(
                plain.replace('O', '0').replace('o', '0').replace('I', '1').replace('l', '1'));
        return TaxCode.isValid(digits)
                ? CellValue.refused("mã số thuế %s có chữ cái".formatted(CellValues.quoted(cell)), digits)
                : unreadable(cell);
    }

    private static CellValue ofDigits(Cell cell, String digits) {
        if (SHAPE.matcher(code(digits)).matches()) {
            return checked(code(digits));
        }
        if (digits.length() == PERSONAL) {
            return CellValue.refused(
                    "%s có 12 chữ số, là số định danh cá nhân chứ không phải mã số thuế của doanh nghiệp"
                            .formatted(digits),
                    null);
        }
        return digits.isEmpty() || digits.length() > 20
                ? unreadable(cell)
                : CellValue.refused(
                        "mã số thuế %s có %s chữ số; phải có 10, hoặc 13 với chi nhánh"
                                .formatted(digits, WholeNumber.shown(digits.length())),
                        null);
    }

    private static CellValue checked(String code) {
        if (TaxCode.isValid(code)) {
            return CellValue.ok(code);
        }
        return CellValue.refused("mã số thuế %s sai số kiểm tra".formatted(code), likeliest(code));
    }

    /** The last digit is the checksum's own: with another one there the nine that say who it is stay. */
    private static @Nullable String likeliest(String code) {
        for (char digit = '0'; digit <= '9'; digit++) {
            String other = code.substring(0, DIGITS - 1) + digit + code.substring(DIGITS);
            if (TaxCode.isValid(other)) {
                return other;
            }
        }
        List<String> near = near(code);
        return near.isEmpty() ? null : near.get(0);
    }

    private static String code(String digits) {
        String code = Codes.taxCode(digits);
        return code == null ? "" : code;
    }

    private static CellValue unreadable(Cell cell) {
        return CellValue.refused("không đọc được mã số thuế “%s”".formatted(CellValues.quoted(cell)), null);
    }
}
