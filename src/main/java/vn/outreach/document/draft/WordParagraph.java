package vn.outreach.document.draft;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A paragraph as one text. Word cuts a text into runs wherever it likes, in the middle of a field too; what is put in
 * the field's place takes the look of the field's first letter.
 */
final class WordParagraph {

    private static final String TEXT = "t";
    private static final String DELETED_TEXT = "delText";

    private final String element;
    private final List<Element> texts;

    /** Texts of a box that hangs on the paragraph are paragraphs of their own. */
    WordParagraph(Element paragraph) {
        this(paragraph, TEXT);
    }

    private WordParagraph(Element paragraph, String element) {
        this.element = element;
        this.texts = WordXml.below(paragraph, element).stream()
                .filter(text -> WordXml.around(text, "p") == paragraph)
                .toList();
    }

    /** The text as it stands, and what tracked changes show as deleted: readers see both. */
    static List<WordParagraph> of(Element paragraph) {
        return List.of(new WordParagraph(paragraph), new WordParagraph(paragraph, DELETED_TEXT));
    }

    String text() {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(text.getTextContent()));
        return all.toString();
    }

    /** Puts a value in the place of a part; whoever replaces several parts begins with the last. */
    void replace(int start, int end, String value) {
        int at = 0;
        boolean placed = false;
        for (Element text : texts) {
            String content = text.getTextContent();
            int from = Math.max(start - at, 0);
            int to = Math.min(end - at, content.length());
            at += content.length();
            if (from < to) {
                write(text, content.substring(0, from), placed ? "" : value, content.substring(to));
                placed = true;
            }
        }
    }

    private void write(Element text, String before, String value, String after) {
        String[] lines = value.split("\n", -1);
        Element line = text;
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                line = WordXml.behind(WordXml.behind(line, "br"), element);
            }
            line.setTextContent((i == 0 ? before : "") + plain(lines[i]) + (i == lines.length - 1 ? after : ""));
            line.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        }
    }

    /** XML has no place for most control characters, whoever wrote them into a name. */
    private static String plain(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }
}
