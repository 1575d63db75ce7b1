package vn.outreach.base.ooxml;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The list of content types of a package: by the name of a part, else by its ending. All in small letters. */
final class ContentTypes implements OfficeXml.Reading {

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byEnding = new HashMap<>();

    private ContentTypes() {}

    static ContentTypes read(InputStream list) throws XMLStreamException, OfficeFault {
        ContentTypes types = new ContentTypes();
        OfficeXml.read(list, types);
        return types;
    }

    /** The type of a part, or an empty text. */
    String of(String name) {
        String lower = OfficePackage.lower(name);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        return byName.getOrDefault(lower, byEnding.getOrDefault(ending, ""));
    }

    Set<String> all() {
        Set<String> all = new HashSet<>(byName.values());
        all.addAll(byEnding.values());
        return all;
    }

    @Override
    public void begins(XMLStreamReader element) throws OfficeFault {
        String type = OfficeXml.attribute(element, "ContentType");
        switch (element.getLocalName()) {
            case "Override" -> put(byName, Relationship.name(OfficeXml.attribute(element, "PartName")), type);
            case "Default" -> put(byEnding, OfficeXml.attribute(element, "Extension"), type);
            default -> {}
        }
    }

    /** Two types for one part: which of them counts depends on who reads. */
    private static void put(Map<String, String> types, @Nullable String key, @Nullable String type) throws OfficeFault {
        if (key == null || type == null) {
            throw new OfficeFault(OfficeFault.Kind.BROKEN);
        }
        String before = types.put(OfficePackage.lower(key), OfficePackage.lower(type.strip()));
        if (before != null && !before.equals(OfficePackage.lower(type.strip()))) {
            throw new OfficeFault(OfficeFault.Kind.BROKEN);
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
}
