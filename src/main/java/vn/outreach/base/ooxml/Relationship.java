package vn.outreach.base.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a part has to do with another part or with something outside of the file.
 *
 * @param target the name of the part, or the address outside
 */
record Relationship(String id, String type, String target, boolean external) {

    private static final Pattern ADDRESS = Pattern.compile("(?s)\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\\\\\).*");

    /** The relationships that a part of this kind lists. */
    static List<Relationship> of(OfficePackage.Part relationships, OfficePackage office)
            throws IOException, XMLStreamException, OfficeFault {
        List<Relationship> found = new ArrayList<>();
        String folder = folderOf(relationships.name());
        try (InputStream in = office.read(relationships)) {
            OfficeXml.read(in, new OfficeXml.Reading() {
                @Override
                public void begins(XMLStreamReader element) {
                    if (element.getLocalName().equals("Relationship")) {
                        found.add(of(element, folder));
                    }
                }

                @Override
                public void text(String text) {
                    // All is in attributes.
                }

                @Override
                public void ends(String namespace, String name) {
                    // All is in attributes.
                }
            });
        }
        return found;
    }

    /** The name of the part whose relationships a part lists: word/_rels/document.xml.rels is word/document.xml's. */
    static String sourceOf(String relationships) {
        int slash = relationships.lastIndexOf('/');
        String file = relationships.substring(slash + 1);
        return folderOf(relationships) + file.substring(0, file.length() - ".rels".length());
    }

    /** A name as parts have it: without the slash in front, with slashes only. */
    static @Nullable String name(@Nullable String written) {
        return written == null
                ? null
                : decoded(written.strip()).replace('\\', '/').replaceAll("^/+", "");
    }

    private static Relationship of(XMLStreamReader element, String folder) {
        String target = text(element, "Target");
        // An address that calls itself a part is fetched by some readers all the same.
        boolean external = text(element, "TargetMode").strip().equalsIgnoreCase("External")
                || ADDRESS.matcher(target).matches();
        return new Relationship(
                text(element, "Id"),
                text(element, "Type").strip(),
                external ? target : resolved(folder, target),
                external);
    }

    private static String folderOf(String relationships) {
        int slash = Math.max(OfficePackage.lower(relationships).lastIndexOf("_rels/"), 0);
        return relationships.substring(0, slash);
    }

    private static String resolved(String folder, String target) {
        String path = decoded(target.strip()).replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private static String text(XMLStreamReader element, String name) {
        String value = OfficeXml.attribute(element, name);
        return value == null ? "" : value;
    }
}
