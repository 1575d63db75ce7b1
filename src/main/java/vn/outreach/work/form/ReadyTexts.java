package vn.outreach.work.form;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.KnownFields;

/**
 * What a form's text shows of a variable under the variable's name and {@code Text}: a day as dd/MM/yyyy, any other
 * value with the signs of Markdown as signs. A form that asks for no such name gets none.
 */
public final class ReadyTexts {

    /** Behind the name of the variable. */
    public static final String ENDING = "Text";

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SIGNS = Pattern.compile("\\p{Punct}");

    private ReadyTexts() {}

    /** The ready texts that the form shows, from its variables. */
    public static Map<String, String> of(OpenForm form, Map<String, ?> variables) {
        Map<String, String> texts = new HashMap<>();
        for (String shown : form.shown()) {
            if (shown.endsWith(ENDING)) {
                String variable = shown.substring(0, shown.length() - ENDING.length());
                texts.put(shown, text(variable, variables.get(variable)));
            }
        }
        return texts;
    }

    private static String text(String variable, @Nullable Object value) {
        boolean isDay = KnownFields.find(variable).filter(Day.class::isInstance).isPresent();
        if (value == null) {
            return isDay ? "chưa có" : "…";
        }
        Matcher day = DAY.matcher(value.toString());
        return isDay && day.matches()
                ? day.replaceAll("$3/$2/$1")
                : SIGNS.matcher(value.toString()).replaceAll("\\\\$0");
    }
}
