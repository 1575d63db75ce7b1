package vn.outreach.security.audit;

import org.jspecify.annotations.Nullable;

/** Text for the audit: in one line, with nothing in it that cannot be seen, and not longer than its column. */
final class Plain {

    private Plain() {}

    static @Nullable String text(@Nullable String text, int maxLength) {
        if (text == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(Plain::visible).forEach(plain::appendCodePoint);
        String line = plain.toString().strip();
        return line.isEmpty() ? null : shortened(line, maxLength);
    }

    /** Also what turns the direction of writing: a name must not look like another in a list. */
    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> ' ';
            default -> character;
        };
    }

    private static String shortened(String line, int maxLength) {
        if (line.length() <= maxLength) {
            return line;
        }
        int end = maxLength - 1;
        // Never through the middle of a character.
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
