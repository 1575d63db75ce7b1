package vn.outreach.work.appointment;

import java.nio.charset.StandardCharsets;

/**
 * The lines of a calendar file (RFC 5545, §3.1 and §3.3.11): text escaped, long lines folded at 75 octets and never
 * within a letter. A library for this (ical4j, biweekly) is half a megabyte and more for the dozen properties written
 * here; what is written is read back by one in a test.
 */
final class CalendarLines {

    private static final int LONGEST = 75;

    private final StringBuilder file = new StringBuilder();

    /** A property whose value is no free text. */
    CalendarLines line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A property whose value people may have written. */
    CalendarLines text(String name, String value) {
        return line(name, escape(value));
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static String escape(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\n]]|\\u2028|\\u2029", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String letter = Character.toString(line.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(letter);
            octets += size;
        }
        file.append("\r\n");
    }
}
