package vn.outreach.base.value;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** Hours and minutes of a day, as people here write them: 6h30, 6:30, 06.30, 21h. Kept as {@code HH:mm}. */
public record TimeOfDay() implements ValueType<LocalTime> {

    /** The longest text that is read. */
    public static final int LONGEST = 40;

    private static final Text TEXT = Text.line(LONGEST);
    private static final Pattern WRITTEN = Pattern.compile(
            "([01]?[0-9]|2[0-3])(?:[:.hH]([0-5][0-9])(?:[pP]|phút)?|[hH]|giờ(?:([0-5][0-9])(?:phút)?)?)");

    @Override
    public @Nullable LocalTime read(FieldName name, @Nullable Object raw) {
        if (raw instanceof LocalTime time) {
            return time;
        }
        if (raw != null && !(raw instanceof String)) {
            throw wrong(name);
        }
        String text = TEXT.read(name, raw);
        if (text == null) {
            return null;
        }
        Matcher written = WRITTEN.matcher(Folding.code(text));
        if (!written.matches()) {
            throw wrong(name);
        }
        String minutes = written.group(2) != null ? written.group(2) : written.group(3);
        return LocalTime.of(Integer.parseInt(written.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    @Override
    public Object kept(LocalTime value) {
        return value.toString();
    }

    private static RuntimeException wrong(FieldName name) {
        return name.type("giờ và phút, ví dụ 6h30 hoặc 21:30");
    }
}
