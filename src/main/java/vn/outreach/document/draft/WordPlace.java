package vn.outreach.document.draft;

import java.util.List;
import org.w3c.dom.Element;

/** Where in a Word file a paragraph stands, as somebody would look for it who has the file open. */
final class WordPlace {

    private WordPlace() {}

    static String of(Element paragraph) {
        return part(paragraph) + within(paragraph);
    }

    private static String within(Element paragraph) {
        if (WordXml.around(paragraph, "txbxContent") != null) {
            return "Khung chữ";
        }
        Element cell = WordXml.around(paragraph, "tc");
        if (cell == null) {
            return "Đoạn " + (1 + outsideTables(paragraph).indexOf(paragraph));
        }
        Element row = WordXml.around(cell, "tr");
        return "Bảng %d, dòng %d, ô %d"
                .formatted(
                        1 + WordXml.below(root(paragraph), "tbl").indexOf(WordXml.around(row, "tbl")),
                        WordXml.placeAmongSiblings(row),
                        WordXml.placeAmongSiblings(cell));
    }

    private static List<Element> outsideTables(Element paragraph) {
        return WordXml.below(root(paragraph), "p").stream()
                .filter(other -> WordXml.around(other, "tc") == null && WordXml.around(other, "txbxContent") == null)
                .toList();
    }

    private static String part(Element paragraph) {
        return switch (root(paragraph).getLocalName()) {
            case "hdr" -> "Đầu trang, ";
            case "ftr" -> "Chân trang, ";
            case "footnotes", "endnotes" -> "Chú thích, ";
            case "comments" -> "Nhận xét, ";
            default -> "";
        };
    }

    private static Element root(Element paragraph) {
        return paragraph.getOwnerDocument().getDocumentElement();
    }
}
