package vn.outreach.document.draft;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Elements of WordprocessingML by their short names. */
final class WordXml {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordXml() {}

    /** Whether an element is one of the ordinary dialect, and not of “Strict Open XML”. */
    static boolean isWords(Element element) {
        return NAMESPACE.equals(element.getNamespaceURI());
    }

    /** All elements of this name below a node, in the order of the text. */
    static List<Element> below(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The nearest element of this name around a node, or null. */
    static Element around(Node node, String name) {
        for (Node outer = node.getParentNode(); outer != null; outer = outer.getParentNode()) {
            if (is(outer, name)) {
                return (Element) outer;
            }
        }
        return null;
    }

    static boolean is(Node node, String name) {
        return NAMESPACE.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** Which of its siblings of the same kind an element is, counted from one. */
    static int placeAmongSiblings(Element element) {
        int place = 1;
        for (Node before = element.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (is(before, element.getLocalName())) {
                place++;
            }
        }
        return place;
    }

    static String attribute(Element element, String name) {
        return element.getAttributeNS(NAMESPACE, name);
    }

    static void attribute(Element element, String name, String value) {
        element.setAttributeNS(NAMESPACE, element.getPrefix() + ":" + name, value);
    }

    /** An element of this name that belongs behind another one. */
    static Element behind(Node node, String name) {
        Element element = node.getOwnerDocument().createElementNS(NAMESPACE, node.getPrefix() + ":" + name);
        node.getParentNode().insertBefore(element, node.getNextSibling());
        return element;
    }
}
