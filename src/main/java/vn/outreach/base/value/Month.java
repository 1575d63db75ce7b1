package vn.outreach.base.value;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** A month of the years that an office uses, written {@code yyyy-MM}. */
public record Month() implements ValueType<YearMonth> {

    private static final Text TEXT = Text.line(40);

    @Override
    public @Nullable YearMonth read(FieldName name, @Nullable Object raw) {
        String text = TEXT.read(name, raw);
        YearMonth month;
        try {
            month = text == null ? null : YearMonth.parse(Folding.code(text));
        } catch (DateTimeException unreadable) {
            throw name.type("một tháng viết yyyy-MM");
        }
        if (month != null && (month.getYear() < Day.FIRST_YEAR || month.getYear() > Day.LAST_YEAR)) {
            throw name.range("phải trong khoảng năm %d–%d".formatted(Day.FIRST_YEAR, Day.LAST_YEAR));
        }
        return month;
    }

    @Override
    public Object kept(YearMonth value) {
        return value.toString();
    }
}
