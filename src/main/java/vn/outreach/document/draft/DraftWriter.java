package vn.outreach.document.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Fills a template that has no faults. Values are text and nothing else: no field of theirs is looked at again. */
final class DraftWriter {

    private DraftWriter() {}

    static byte[] write(WordFile template, DraftValues values) {
        for (Element root : template.texts()) {
            Set<Element> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Element row : WordXml.below(root, "tr")) {
                repeatedAs(row).ifPresent(name -> repeated.addAll(repeat(row, name, values)));
            }
            WordXml.below(root, "p").stream()
                    .filter(paragraph -> !repeated.contains(WordXml.around(paragraph, "tr")))
                    .forEach(paragraph -> fill(paragraph, values));
        }
        return template.save();
    }

    /** The rows that stand for one row of the template, filled. */
    private static List<Element> repeat(Element row, String name, DraftValues values) {
        List<Element> copies = new ArrayList<>();
        Node behind = row.getNextSibling();
        for (DraftValues one : values.rowsOf(name)) {
            Element copy = (Element) row.cloneNode(true);
            row.getParentNode().insertBefore(copy, behind);
            paragraphsOf(copy).forEach(paragraph -> fill(paragraph, values.with(one)));
            copies.add(copy);
        }
        row.getParentNode().removeChild(row);
        return copies;
    }

    private static void fill(Element paragraph, DraftValues values) {
        for (WordParagraph text : WordParagraph.of(paragraph)) {
            List<TemplateTag> tags = new ArrayList<>(TemplateTag.in(text.text()));
            Collections.reverse(tags);
            for (TemplateTag tag : tags) {
                text.replace(tag.start(), tag.end(), tag.kind() == TemplateTag.Kind.FIELD ? values.of(tag.name()) : "");
            }
        }
    }

    private static Optional<String> repeatedAs(Element row) {
        return paragraphsOf(row).stream()
                .flatMap(paragraph -> TemplateTag.in(new WordParagraph(paragraph).text()).stream())
                .filter(tag -> tag.kind() == TemplateTag.Kind.ROW_BEGINS)
                .map(TemplateTag::name)
                .findFirst();
    }

    private static List<Element> paragraphsOf(Element row) {
        return WordXml.below(row, "p").stream()
                .filter(paragraph -> WordXml.around(paragraph, "tr") == row)
                .toList();
    }
}
