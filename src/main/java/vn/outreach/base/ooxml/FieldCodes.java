package vn.outreach.base.ooxml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The fields of Word in one part. A field is known by the first word of its code, which must stand there as it is: what
 * another field writes into its place (QUOTE with the letters' numbers) is no word that could be looked up.
 */
final class FieldCodes {

    private static final Set<String> ALLOWED =
            Set.of("PAGE", "NUMPAGES", "DATE", "TIME", "TOC", "REF", "PAGEREF", "SEQ", "MERGEFORMAT", "HYPERLINK");
    /** Stands in the outer code where another field begins. */
    private static final char INNER = '\uFFFC';

    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([^\\s\\\\\"]*)(.*)", Pattern.DOTALL);

    private final Deque<Code> open = new ArrayDeque<>();
    private final StringBuilder outside = new StringBuilder();
    private @Nullable String reading;

    /** A field that has begun; its result follows its code. */
    private static final class Code {
        private final StringBuilder text = new StringBuilder();
        private boolean over;
    }

    void begins(XMLStreamReader element, String name) throws OfficeFault {
        switch (name) {
            case "fldSimple" -> {
                inner();
                String code = OfficeXml.attribute(element, "instr");
                refuse(code == null ? "" : code);
            }
            case "fldChar" -> mark(OfficeXml.attribute(element, "fldCharType"));
            case "instrText", "delInstrText", "t" -> reading = name;
            default -> {}
        }
    }

    void text(String text) {
        if (reading == null) {
            return;
        }
        Code code = open.peek();
        boolean inCode = code != null && !code.over;
        if (inCode) {
            code.text.append(text);
        } else if (!reading.equals("t")) {
            outside.append(text);
        }
    }

    void ends(String name) {
        if (name.equals(reading)) {
            reading = null;
        }
    }

    /** Fields that did not end, and code that stands in none. */
    void end() throws OfficeFault {
        for (Code code : open) {
            refuse(code.text.toString());
        }
        refuse(outside.toString());
    }

    private void mark(@Nullable String type) throws OfficeFault {
        switch (type == null ? "" : type) {
            case "begin" -> {
                inner();
                open.push(new Code());
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().over = true;
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    refuse(open.pop().text.toString());
                }
            }
            default -> {}
        }
    }

    private void inner() {
        Code around = open.peek();
        if (around != null && !around.over) {
            around.text.append(INNER);
        }
    }

    private static void refuse(String code) throws OfficeFault {
        Matcher word = FIRST_WORD.matcher(code);
        boolean allowed = code.isBlank()
                || word.matches() && ALLOWED.contains(word.group(1).toUpperCase(Locale.ROOT));
        if (!allowed) {
            throw new OfficeFault(OfficeFault.Kind.FIELD, code.replace(INNER, '…'));
        }
    }
}
