package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Writes the XML that a reader reads, sign for sign with the same meaning: line breaks in attributes too. */
final class XmlCopy {

    private final Writer out;

    XmlCopy(Writer out) {
        this.out = out;
    }

    void begin() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /** What the reader stands at. */
    void copy(XMLStreamReader reader) throws IOException {
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> copy(reader, Map.of());
            case XMLStreamConstants.END_ELEMENT ->
                out.write("</" + name(reader.getPrefix(), reader.getLocalName()) + ">");
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                out.write(text(reader.getText()));
            // Comments and instructions of other programs say nothing to Excel.
            default -> {}
        }
    }

    /** The beginning of an element, with these attributes instead; an empty text takes one away. */
    void copy(XMLStreamReader element, Map<String, String> instead) throws IOException {
        Map<String, String> missing = new TreeMap<>(instead);
        out.write("<" + name(element.getPrefix(), element.getLocalName()));
        for (int i = 0; i < element.getNamespaceCount(); i++) {
            String prefix = element.getNamespacePrefix(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, element.getNamespaceURI(i));
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String name = name(element.getAttributePrefix(i), element.getAttributeLocalName(i));
            String value = missing.remove(name);
            if (value == null) {
                attribute(name, element.getAttributeValue(i));
            } else if (!value.isEmpty()) {
                attribute(name, value);
            }
        }
        for (Map.Entry<String, String> each : missing.entrySet()) {
            if (!each.getValue().isEmpty()) {
                attribute(each.getKey(), each.getValue());
            }
        }
        out.write(">");
    }

    /** Something that was not there. */
    void write(String xml) throws IOException {
        out.write(xml);
    }

    static String name(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    private void attribute(String name, @Nullable String value) throws IOException {
        String written = value == null ? "" : text(value);
        out.write(" " + name + "=\""
                + written.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;") + "\"");
    }
}
