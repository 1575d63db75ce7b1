package vn.outreach.document.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {{field}}} in a text, or the beginning {@code {{#row}}} and the end {@code {{/row}}} of a row that is
 * repeated.
 */
record TemplateTag(Kind kind, String name, int start, int end) {

    enum Kind {
        FIELD,
        ROW_BEGINS,
        ROW_ENDS
    }

    /** Blanks of every kind, and letters that nobody sees: Word writes them by itself. */
    private static final String BLANKS = "[\\s\\p{Z}\\p{Cf}]*";

    private static final String OPENING = "\\{\\p{Cf}*\\{";
    private static final String CLOSING = "}\\p{Cf}*}";
    private static final Pattern TAG = Pattern.compile(
            OPENING + BLANKS + "([#/]?)" + BLANKS + "([\\p{L}\\p{N}_][\\p{L}\\p{N}_\\p{Cf}]*)" + BLANKS + CLOSING);
    private static final Pattern BRACES = Pattern.compile(OPENING + "|" + CLOSING);

    static List<TemplateTag> in(String text) {
        List<TemplateTag> tags = new ArrayList<>();
        Matcher found = TAG.matcher(text);
        while (found.find()) {
            tags.add(new TemplateTag(
                    kind(found.group(1)), found.group(2).replaceAll("\\p{Cf}", ""), found.start(), found.end()));
        }
        return tags;
    }

    /** Where the first pair of braces stands that belongs to no tag, or -1. */
    static int brokenIn(String text) {
        Matcher braces = BRACES.matcher(text);
        List<TemplateTag> tags = in(text);
        while (braces.find()) {
            int at = braces.start();
            if (tags.stream().noneMatch(tag -> tag.start() <= at && at < tag.end())) {
                return at;
            }
        }
        return -1;
    }

    private static Kind kind(String mark) {
        return switch (mark) {
            case "#" -> Kind.ROW_BEGINS;
            case "/" -> Kind.ROW_ENDS;
            default -> Kind.FIELD;
        };
    }
}
