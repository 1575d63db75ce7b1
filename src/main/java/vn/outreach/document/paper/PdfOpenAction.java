package vn.outreach.document.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.outreach.base.refusal.Refusal;

/** What a PDF does when it is opened. To show a page is all it may do, and nothing after that. */
final class PdfOpenAction {

    private static final int LONGEST = 4096;
    private static final Pattern REFERENCE = Pattern.compile("(?s)^0*(\\d{1,9})\\s+\\d{1,5}\\s+R(?!\\w).*");
    /** A place in the file: a list that begins with a page, or a name of one. */
    private static final Pattern PLACE = Pattern.compile("(?s)^(?:\\[|\\(|<(?!<)|/|null).*");

    private static final Pattern NAME = Pattern.compile("/([^\\s\0()<>\\[\\]{}/%]*)");
    private static final Pattern DEFINITION_END = Pattern.compile("[\\s\0]+\\d{1,5}[\\s\0]+obj");

    private final PdfBytes file;
    private final List<PdfObjects> packed;

    PdfOpenAction(PdfBytes file, List<PdfObjects> packed) {
        this.file = file;
        this.packed = packed;
    }

    /** @throws Refusal {@code paper-active} unless what stands here opens a page */
    void mustBeAPage(String written) throws IOException {
        String value = withoutGap(written);
        Matcher reference = REFERENCE.matcher(value);
        if (!reference.matches()) {
            mustBeAPageItself(value);
            return;
        }
        List<String> objects = objects(reference.group(1));
        if (objects.isEmpty()) {
            throw PdfContent.opens();
        }
        for (String object : objects) {
            mustBeAPageItself(withoutGap(object));
        }
    }

    private void mustBeAPageItself(String value) {
        if (!PLACE.matcher(value).matches() && !(value.startsWith("<<") && goesToAPage(dictionary(value)))) {
            throw PdfContent.opens();
        }
    }

    /** Without the blanks and comments in front. */
    private static String withoutGap(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '%')) {
            if (text.charAt(at) == '%') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() - 1 : end;
            }
            at++;
        }
        return text.substring(at);
    }

    private static boolean goesToAPage(String dictionary) {
        List<String> names = new ArrayList<>();
        Matcher found = NAME.matcher(dictionary);
        while (found.find()) {
            names.add(found.group(1));
        }
        int action = names.indexOf("S");
        boolean one = action >= 0 && action == names.lastIndexOf("S") && action + 1 < names.size();
        return one && names.get(action + 1).equals("GoTo") && !names.contains("Next") && !dictionary.contains("#");
    }

    /** Up to the end of the dictionary that begins here; empty where it has none. */
    private static String dictionary(String value) {
        int depth = 0;
        for (int at = 0; at + 1 < value.length(); at++) {
            String two = value.substring(at, at + 2);
            if (two.equals("<<") || two.equals(">>")) {
                depth += two.equals("<<") ? 1 : -1;
                at++;
            }
            if (depth == 0) {
                return value.substring(0, at);
            }
        }
        return "";
    }

    /** All objects of a number: a file that was changed has several. */
    private List<String> objects(String number) throws IOException {
        List<String> objects = new ArrayList<>();
        Pattern definition = Pattern.compile("(?<![0-9])0*" + number + DEFINITION_END.pattern());
        for (long[] found = file.find(definition, 0); found != null; found = file.find(definition, found[1])) {
            objects.add(file.text(found[1], LONGEST));
        }
        for (PdfObjects stream : packed) {
            String object = stream.object(number);
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }
}
