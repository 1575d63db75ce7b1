package vn.outreach.base.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * What an Office file must not bring: anything that runs, that is another file, or that is fetched from elsewhere when
 * the file is opened. Links that people click on stay.
 */
final class ActiveContent {

    private static final Set<String> HYPERLINKS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink");

    /** What a name or a type that fits means. */
    private record Sign(Pattern pattern, OfficeFault.Kind kind) {

        static Sign of(String pattern, OfficeFault.Kind kind) {
            return new Sign(Pattern.compile(pattern), kind);
        }
    }

    private static final List<Sign> NAMES = List.of(
            Sign.of(".*(vbaproject|vbadata).*|.*/(macrosheets|dialogsheets)/.*", OfficeFault.Kind.MACROS),
            Sign.of(".*/(activex|embeddings)/.*", OfficeFault.Kind.EMBEDDED),
            Sign.of(".*/(externallinks|querytables)/.*", OfficeFault.Kind.LINKS));

    private static final Pattern MACRO_TYPES = Pattern.compile(".*(vbaproject|vbadata|macroenabled).*");

    private static final List<Sign> TYPES = List.of(
            Sign.of(".*(vbaproject|vbadata|macroenabled|macrosheet|dialogsheet).*", OfficeFault.Kind.MACROS),
            Sign.of(
                    ".*(activex|oleobject|ms-office\\.control|officedocument\\.package|webextension).*"
                            + "|application/x-(msdownload|dosexec|ole-storage).*",
                    OfficeFault.Kind.EMBEDDED),
            Sign.of(".*(html|mht|rtf|rfc822).*|text/plain", OfficeFault.Kind.CHUNK),
            Sign.of(
                    ".*spreadsheetml\\.(externallink|connections|querytable|volatiledependencies).*",
                    OfficeFault.Kind.LINKS));

    /** By the last word of the relationship's type. */
    private static final Map<String, OfficeFault.Kind> RELATIONSHIPS = relationships();

    private ActiveContent() {}

    /** What the names and types of the parts tell. */
    static void refuseByName(OfficePackage office) throws OfficeFault {
        for (OfficePackage.Part part : office.parts()) {
            refuse(NAMES, "/" + OfficePackage.lower(part.name()));
            refuse(TYPES, part.type());
        }
        for (String type : office.declaredTypes()) {
            if (MACRO_TYPES.matcher(type).matches()) {
                throw new OfficeFault(OfficeFault.Kind.MACROS);
            }
        }
    }

    /** What stands in the parts; each of them is read to its end. */
    static void refuseIn(OfficePackage office) throws OfficeFault, IOException, XMLStreamException {
        Map<String, Set<String>> outside = new HashMap<>();
        List<OfficePackage.Part> others = new ArrayList<>();
        for (OfficePackage.Part part : office.parts()) {
            if (part.isRelationships()) {
                outside.put(OfficePackage.lower(Relationship.sourceOf(part.name())), linksOf(part, office));
            } else {
                others.add(part);
            }
        }
        for (OfficePackage.Part part : others) {
            try (InputStream in = office.read(part)) {
                if (isXml(part)) {
                    ActiveElements elements =
                            new ActiveElements(outside.getOrDefault(OfficePackage.lower(part.name()), Set.of()));
                    OfficeXml.read(in, elements);
                    elements.end();
                } else {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** The ids of the links that people click on. */
    private static Set<String> linksOf(OfficePackage.Part relationships, OfficePackage office)
            throws OfficeFault, IOException, XMLStreamException {
        Set<String> links = new HashSet<>();
        for (Relationship relationship : Relationship.of(relationships, office)) {
            String type = OfficePackage.lower(relationship.type());
            String word = type.substring(type.lastIndexOf('/') + 1);
            OfficeFault.Kind kind = RELATIONSHIPS.get(word);
            if (kind != null) {
                throw new OfficeFault(kind);
            }
            if (relationship.external()) {
                if (!HYPERLINKS.contains(relationship.type())) {
                    throw new OfficeFault(
                            word.equals("attachedtemplate")
                                    ? OfficeFault.Kind.REMOTE_TEMPLATE
                                    : OfficeFault.Kind.REMOTE);
                }
                links.add(relationship.id());
            }
        }
        return links;
    }

    /** Drawings of old Excel are called XML and are none. */
    private static boolean isXml(OfficePackage.Part part) {
        String name = OfficePackage.lower(part.name());
        boolean xml = part.type().endsWith("+xml") || part.type().endsWith("/xml") || name.endsWith(".xml");
        return xml && !part.type().endsWith("vmldrawing");
    }

    private static void refuse(List<Sign> signs, String text) throws OfficeFault {
        for (Sign sign : signs) {
            if (sign.pattern().matcher(text).matches()) {
                throw new OfficeFault(sign.kind());
            }
        }
    }

    private static Map<String, OfficeFault.Kind> relationships() {
        Map<String, OfficeFault.Kind> kinds = new LinkedHashMap<>();
        List.of("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "dialogsheet")
                .forEach(word -> kinds.put(word, OfficeFault.Kind.MACROS));
        List.of("oleobject", "package", "control", "activexcontrolbinary", "webextension", "webextensiontaskpanes")
                .forEach(word -> kinds.put(word, OfficeFault.Kind.EMBEDDED));
        List.of("externallink", "externallinkpath", "connections", "querytable", "volatiledependencies")
                .forEach(word -> kinds.put(word, OfficeFault.Kind.LINKS));
        List.of("mailmergesource", "mailmergeheadersource", "mailmergerecipientdata", "recipientdata")
                .forEach(word -> kinds.put(word, OfficeFault.Kind.MAIL_MERGE));
        kinds.put("afchunk", OfficeFault.Kind.CHUNK);
        kinds.put("subdocument", OfficeFault.Kind.REMOTE);
        return kinds;
    }
}
