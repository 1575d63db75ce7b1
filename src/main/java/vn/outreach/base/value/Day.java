package vn.outreach.base.value;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.OutreachApplication;
import vn.outreach.base.text.Folding;

/**
 * A day of the years that an office uses, written {@code yyyy-MM-dd}; the engine's {@code Date} is the day in the
 * office.
 */
public record Day() implements ValueType<LocalDate> {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2100;

    private static final Text TEXT = Text.line(40);
    private static final Pattern KEPT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** A day as people read it, such as 30/04/2026. */
    public static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    /** The same of a day as it is kept; other text stays as it is. */
    public static String shown(String kept) {
        return KEPT.matcher(kept).matches() ? shown(LocalDate.parse(kept)) : kept;
    }

    @Override
    public @Nullable LocalDate read(FieldName name, @Nullable Object raw) {
        LocalDate day = day(name, raw);
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw name.range("phải trong khoảng năm %d–%d".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return day;
    }

    @Override
    public Object kept(LocalDate value) {
        return value.toString();
    }

    private static @Nullable LocalDate day(FieldName name, @Nullable Object raw) {
        if (raw instanceof LocalDate day) {
            return day;
        }
        if (raw instanceof Date date) {
            return date.toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
        }
        if (raw != null && !(raw instanceof String)) {
            throw wrong(name);
        }
        String text = TEXT.read(name, raw);
        try {
            return text == null ? null : LocalDate.parse(Folding.code(text));
        } catch (DateTimeParseException unreadable) {
            throw wrong(name);
        }
    }

    private static RuntimeException wrong(FieldName name) {
        return name.type("một ngày viết yyyy-MM-dd");
    }
}
