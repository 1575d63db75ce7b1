package vn.outreach.base.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number between two limits, both included. Integer, Long, a Double without fraction and plain digits are
 * accepted; nothing is rounded, and separators of thousands are not guessed: 1.200 may be a thousand or one and a
 * fifth.
 */
public record WholeNumber(int least, int most, boolean grouped) implements ValueType<Integer> {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");
    private static final Text TEXT = Text.line(40);

    /** An amount. */
    public WholeNumber(int least, int most) {
        this(least, most, true);
    }

    /** A year: its limits are written without points. */
    public static WholeNumber year(int least, int most) {
        return new WholeNumber(least, most, false);
    }

    @Override
    public @Nullable Integer read(FieldName name, @Nullable Object raw) {
        BigDecimal number = number(name, raw);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(name);
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw name.range(
                    most == Integer.MAX_VALUE
                            ? "phải từ %s trở lên".formatted(limit(least))
                            : "phải từ %s đến %s".formatted(limit(least), limit(most)));
        }
        return number.intValueExact();
    }

    private String limit(int number) {
        return grouped ? shown(number) : Integer.toString(number);
    }

    /** The number as people write it here: 9.999. */
    public static String shown(long number) {
        return String.format(VIETNAMESE, "%,d", number);
    }

    private static @Nullable BigDecimal number(FieldName name, @Nullable Object raw) {
        if (raw instanceof Double || raw instanceof Float) {
            double number = ((Number) raw).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw wrong(name);
            }
            return BigDecimal.valueOf(number);
        }
        if (raw instanceof BigDecimal written && isGrouped(written)) {
            throw name.type("một số nguyên viết liền chữ số: 1.200 có thể là một nghìn hai trăm hay một phẩy hai");
        }
        if (raw instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (raw != null && !(raw instanceof String)) {
            throw wrong(name);
        }
        String text = TEXT.read(name, raw);
        if (text != null && !DIGITS.matcher(text).matches()) {
            throw wrong(name);
        }
        return text == null ? null : new BigDecimal(text);
    }

    /** Whether a JSON number was written with three digits behind its sign, as 1.200 and 12.000 are. */
    private static boolean isGrouped(BigDecimal written) {
        return written.scale() == 3 && written.precision() > 3 && written.precision() <= 6;
    }

    private static RuntimeException wrong(FieldName name) {
        return name.type("một số nguyên");
    }
}
