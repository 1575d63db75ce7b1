package vn.outreach.base.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Codes;

/**
 * A tax code: 10 digits with a checksum, or 10 digits, a hyphen and 001–999 for a branch (Thông tư 105/2020/TT-BTC, Phụ
 * lục 1). Personal numbers of 12 digits have no checksum and belong to no enterprise.
 */
public record TaxCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    public TaxCode {
        if (!isValid(value)) {
            throw Refusal.invalid(
                    "tax-code",
                    "taxCode",
                    "Mã số thuế “%s” không hợp lệ: phải gồm 10 chữ số đúng số kiểm tra, chi nhánh thêm gạch nối và 3 chữ số (ví dụ 0100047516 hoặc 0100047516-001)."
                            .formatted(shown(value)));
        }
    }

    /** The tax code in the text, however it was pasted; refused when it is none. */
    public static TaxCode of(String text) {
        String code = Codes.taxCode(text);
        return new TaxCode(code == null ? "" : code);
    }

    public static boolean isValid(@Nullable String text) {
        if (text == null || !SHAPE.matcher(text).matches() || text.startsWith("0000000", 2) || text.endsWith("-000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        // 10 - remainder 0 would need two digits: such serials are skipped, so no last digit is right.
        int check = 10 - sum % 11;
        return check < 10 && text.charAt(9) - '0' == check;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
