package vn.outreach.document.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What is wrong with a template, each fault as a sentence with its place. Nothing that has a fault is stored or filled.
 */
final class TemplateCheck {

    private static final int CONTEXT = 30;

    private final DraftTemplate template;
    private final List<String> faults = new ArrayList<>();

    private TemplateCheck(DraftTemplate template) {
        this.template = template;
    }

    static List<String> faultsOf(DraftTemplate template, WordFile file) {
        TemplateCheck check = new TemplateCheck(template);
        for (Element root : file.texts()) {
            // A row that is repeated may begin in one cell and end in another, never in another row.
            OpenRow open = new OpenRow();
            WordXml.below(root, "p").forEach(paragraph -> check.paragraph(paragraph, open));
            check.closed(open);
            WordXml.below(root, "sdt").forEach(check::boundControl);
        }
        return check.faults;
    }

    /** The repeated row that has begun and not ended yet. */
    private static final class OpenRow {
        private String name;
        private Element row;
        private String place;
    }

    private void paragraph(Element paragraph, OpenRow open) {
        Element row = WordXml.around(paragraph, "tr");
        if (row != open.row) {
            closed(open);
        }
        String place = WordPlace.of(paragraph);
        for (WordParagraph text : WordParagraph.of(paragraph)) {
            text(text.text(), place, row, open);
        }
    }

    /** A control that is bound to data of the file shows those data, whatever was written into it. */
    private void boundControl(Element control) {
        boolean bound =
                WordXml.below(control, "dataBinding").stream().anyMatch(data -> WordXml.around(data, "sdt") == control);
        String text = String.join(
                "",
                WordXml.below(control, "t").stream()
                        .map(Element::getTextContent)
                        .toList());
        if (bound && !TemplateTag.in(text).isEmpty()) {
            fault(
                    "Ô nội dung (content control)",
                    text,
                    0,
                    "ô này gắn với dữ liệu riêng của tệp nên trường trong đó không điền được");
        }
    }

    private void text(String text, String place, Element row, OpenRow open) {
        int broken = TemplateTag.brokenIn(text);
        if (broken >= 0) {
            fault(
                    place,
                    text,
                    broken,
                    "dấu {{ }} không trọn vẹn; mỗi trường phải viết liền {{tenTruong}} trong một đoạn");
        }
        TemplateTag.in(text).forEach(tag -> tag(tag, text, place, row, open));
    }

    private void tag(TemplateTag tag, String text, String place, Element row, OpenRow open) {
        switch (tag.kind()) {
            case FIELD -> field(tag, text, place, open);
            case ROW_BEGINS -> rowBegins(tag, text, place, row, open);
            case ROW_ENDS -> rowEnds(tag, text, place, open);
        }
    }

    private void field(TemplateTag tag, String text, String place, OpenRow open) {
        Optional<String> itsRow = DraftFields.rowWith(template, tag.name());
        boolean known = DraftFields.knows(template, tag.name())
                || itsRow.filter(row -> row.equals(open.name)).isPresent();
        if (known) {
            return;
        }
        fault(
                place,
                text,
                tag.start(),
                itsRow.map(row -> "{{%s}} chỉ dùng được trong dòng bảng giữa {{#%s}} và {{/%s}}"
                                .formatted(tag.name(), row, row))
                        .orElse("không có trường {{%s}}".formatted(tag.name())));
    }

    private void rowBegins(TemplateTag tag, String text, String place, Element row, OpenRow open) {
        if (!DraftFields.rowsOf(template).containsKey(tag.name())) {
            fault(place, text, tag.start(), "không có dòng lặp {{#%s}}".formatted(tag.name()));
        } else if (row == null) {
            fault(place, text, tag.start(), "{{#%s}} phải đứng trong một dòng của bảng".formatted(tag.name()));
        } else if (open.name != null) {
            fault(
                    place,
                    text,
                    tag.start(),
                    "{{#%s}} bắt đầu khi {{#%s}} chưa kết thúc".formatted(tag.name(), open.name));
        } else {
            open.name = tag.name();
            open.row = row;
            open.place = place;
        }
    }

    private void rowEnds(TemplateTag tag, String text, String place, OpenRow open) {
        if (tag.name().equals(open.name)) {
            open.name = null;
            open.row = null;
        } else {
            fault(
                    place,
                    text,
                    tag.start(),
                    "{{/%s}} không có {{#%s}} đứng trước trong cùng dòng".formatted(tag.name(), tag.name()));
        }
    }

    private void closed(OpenRow open) {
        if (open.name != null) {
            faults.add("%s: {{#%s}} không có {{/%s}} trong cùng dòng của bảng."
                    .formatted(open.place, open.name, open.name));
            open.name = null;
            open.row = null;
        }
    }

    private void fault(String place, String text, int at, String what) {
        int from = Math.max(0, at - CONTEXT);
        int to = Math.min(text.length(), at + CONTEXT);
        String around = (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
        faults.add("%s, “%s”: %s.".formatted(place, around, what));
    }
}
