package vn.outreach.base.ooxml;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML of Office files, which has no document type and no entities of its own: whoever writes one is refused.
 */
public final class OfficeXml {

    private OfficeXml() {}

    /** Is told of each element, and of all text between two tags at once. */
    public interface Reading {

        void begins(XMLStreamReader element) throws OfficeFault;

        void text(String text) throws OfficeFault;

        void ends(String namespace, String name) throws OfficeFault;
    }

    /** @throws XMLStreamException when it is no XML, or has a document type */
    public static void read(InputStream in, Reading reading) throws XMLStreamException, OfficeFault {
        XMLStreamReader reader = reader(in);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> reading.begins(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    reading.text(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> reading.ends(reader.getNamespaceURI(), reader.getLocalName());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("A document type or an entity");
                default -> {}
            }
        }
    }

    /** The value of an attribute, in whatever namespace, or null. */
    public static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The whole of a part, to be changed. */
    public static Document document(InputStream in) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Every Java reads XML without document types", impossible);
        }
    }

    /** A reader of a part that goes from one sign to the next, for who writes the part anew; text comes at once. */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return readers().createXMLStreamReader(in);
    }

    /** One for each part: they are not made for several threads. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
