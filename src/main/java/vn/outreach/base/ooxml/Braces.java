package vn.outreach.base.ooxml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/**
 * Finds <code>{{</code> anywhere in the texts and attributes of a document, in whatever part: where somebody who opens
 * it, or Word itself, would read it. It counts as one thing across runs, and with invisible or full-width letters too.
 */
public final class Braces implements OfficeXml.Reading {

    private static final Pattern OPENING = Pattern.compile("\\{\\p{Z}*\\{");
    private static final int CONTEXT = 30;

    private final StringBuilder text = new StringBuilder();
    private @Nullable String found;

    private Braces() {}

    /**
     * The first place.
     *
     * @param parts names and contents of the document's parts
     * @return the part's name and the text around the braces, as a person may read it
     */
    public static Optional<String> in(Map<String, byte[]> parts) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (!part.getKey().matches("(?i).*\\.(xml|rels|vml)")) {
                continue;
            }
            Braces braces = new Braces();
            try {
                OfficeXml.read(new ByteArrayInputStream(part.getValue()), braces);
            } catch (XMLStreamException | OfficeFault noXml) {
                braces.look(new String(part.getValue(), StandardCharsets.UTF_8));
            }
            braces.look(braces.text.toString());
            if (braces.found != null) {
                return Optional.of(part.getKey() + ", “" + braces.found + "”");
            }
        }
        return Optional.empty();
    }

    @Override
    public void begins(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            look(element.getAttributeValue(i));
        }
    }

    @Override
    public void text(String more) {
        text.append(more);
    }

    /** Braces of two paragraphs are not one pair. */
    @Override
    public void ends(String namespace, String name) {
        if (name.equals("p")) {
            text.append('\n');
        }
    }

    private void look(String where) {
        String plain = Folding.plain(where);
        Matcher opening = OPENING.matcher(plain);
        if (found == null && opening.find()) {
            String around = plain.substring(
                    Math.max(0, opening.start() - CONTEXT), Math.min(plain.length(), opening.end() + CONTEXT));
            found = around.replaceAll("\\s+", " ").strip();
        }
    }
}
