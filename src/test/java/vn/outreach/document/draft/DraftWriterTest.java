package vn.outreach.document.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.document.draft.WordFixture.p;
import static vn.outreach.document.draft.WordFixture.row;
import static vn.outreach.document.draft.WordFixture.table;
import static vn.outreach.document.draft.WordFixture.text;
import static vn.outreach.document.draft.WordFixture.withBody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import vn.outreach.base.ooxml.OfficeFile;

/** What becomes of a template's text. */
class DraftWriterTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String ODD = "TNHH <Thép> & “Sóng Đông” {{maSoThue}} $1 \\ 100% 🏭";

    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void everyFieldOfABuiltInTemplateBecomesItsValue(DraftTemplate template) {
        DraftValues values = new DraftValues();
        DraftFields.of(template).forEach(field -> values.put(field.name(), "Đặng Ỷ-" + field.name()));
        DraftFields.rowsOf(template).forEach((name, fields) -> {
            DraftValues one = new DraftValues();
            fields.forEach(field -> one.put(field.name(), "Dòng-" + field.name()));
            values.putRows(name, List.of(one));
        });

        String filled = text(write(WordFixture.builtIn(template), values));

        assertThat(filled).contains("Đặng Ỷ-soVanBan", "Đặng Ỷ-coQuan").doesNotContain("{{", "}}");
        assertThat(TemplateTag.in(text(WordFixture.builtIn(template)))).isNotEmpty().allSatisfy(tag ->
                assertThat(tag.kind() != TemplateTag.Kind.FIELD || filled.contains("-" + tag.name())).as(tag.name()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void whatIsMissingIsALineToWriteOn(DraftTemplate template) {
        assertThat(text(write(WordFixture.builtIn(template), new DraftValues())))
                .contains(DraftValues.MISSING)
                .doesNotContain("{{", "}}", "null");
    }

    /** What the layout gives a size says none itself: else the template's would stay. */
    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void theHeadOfAPartyPaperTakesItsSizesFromTheLayout(DraftTemplate template) {
        List<String> styled = new ArrayList<>();
        for (Element paragraph : WordXml.below(WordFixture.body(WordFixture.builtIn(template)).getDocumentElement(), "p")) {
            for (Element style : WordXml.below(paragraph, "pStyle")) {
                styled.add(WordXml.attribute(style, "val") + ": " + paragraph.getTextContent());
                assertThat(WordXml.below(paragraph, paragraph.getTextContent().isEmpty() ? "ind" : "sz")).as(paragraph.getTextContent()).isEmpty();
            }
        }
        assertThat(styled).containsExactlyElementsOf(!template.issuer().isParty() ? List.of() : List.of("CoQuan: {{capTren}}", "CoQuan: {{coQuan}}",
                "TieuDeDang: ĐẢNG CỘNG SẢN VIỆT NAM", "DuongKe: ", "DiaDanhNgay: {{diaDanh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}"));
    }

    @Test
    void aFieldThatWordCutIntoRunsTakesTheLookOfItsFirstLetter() {
        byte[] template = withBody(p("Mã {", "{ma", "SoThue}", "} của {{tenDoanhNghiep}}, {{khuCongNghiep}}."));

        byte[] filled = write(template, new DraftValues().put("maSoThue", "0100047516").put("tenDoanhNghiep", "CP Thép"));

        assertThat(text(filled)).isEqualTo("Mã 0100047516 của CP Thép, " + DraftValues.MISSING + ".");
        assertThat(WordFixture.body(filled).getElementsByTagNameNS("*", "t").item(0).getTextContent()).isEqualTo("Mã 0100047516");
    }

    @Test
    void aValueIsTextAndNothingElse() {
        byte[] filled = write(withBody(p("A {{tenDoanhNghiep}} Z")), new DraftValues().put("tenDoanhNghiep", ODD + "\u0007\uD800"));

        assertThat(text(filled)).isEqualTo("A " + ODD + "   Z");
    }

    @Test
    void aLineBreakOfAValueIsOneInThePaper() {
        assertThat(text(write(withBody(p("[{{capTren}}]")), new DraftValues().put("capTren", "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH"))))
                .isEqualTo("[LIÊN ĐOÀN LAO ĐỘNG|TỈNH]");
    }

    @Test
    void aRowIsRepeatedForEachLineOfTheTable_andOtherRowsAreNot() {
        byte[] template = withBody(p("Năm {{namKeHoach}}") + table(
                row("TT", "Tên"), row("{{#phanCong}}{{stt}}", "{{tenDoanhNghiep}} {{namKeHoach}}{{/phanCong}}"), row("Cộng", "{{soDoanhNghiep}}")));
        DraftValues values = new DraftValues().put("namKeHoach", 2026).put("soDoanhNghiep", 2).putRows("phanCong", List.of(
                new DraftValues().put("stt", 1).put("tenDoanhNghiep", ODD), new DraftValues().put("stt", 2)));

        assertThat(text(write(template, values)).lines()).containsExactly("Năm 2026", "TT", "Tên", "1", ODD + " 2026", "2",
                DraftValues.MISSING + " 2026", "Cộng", "2");
    }

    @Test
    void headersAndTextBoxesAreFilledToo() {
        String box = "<w:p><w:r><w:t>Ngoài {{nam}}</w:t></w:r><w:r><w:pict><w:txbxContent>" + p("Trong {{nam}}")
                + "</w:txbxContent></w:pict></w:r></w:p>";
        assertThat(text(write(withBody(box), new DraftValues().put("nam", 2026)))).isEqualTo("Ngoài 2026\nTrong 2026");

        byte[] header = write(WordFixture.with("word/header1.xml",
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + p("Đầu {{nam}}") + "</w:hdr>"),
                new DraftValues().put("nam", 2026));
        assertThat(new String(WordFixture.parts(header).get("word/header1.xml"), StandardCharsets.UTF_8))
                .contains("Đầu 2026");
    }

    @Test
    void whatTrackedChangesShowAsDeletedIsFilledToo() {
        String body = "<w:p><w:del><w:r><w:delText>{{ma</w:delText></w:r><w:r><w:delText>SoThue}}</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>{{nam}}</w:t></w:r></w:ins></w:p>";
        byte[] filled = write(withBody(body), new DraftValues().put("nam", 2026).put("maSoThue", "0100047516"));
        assertThat(text(filled)).isEqualTo("2026");
        assertThat(WordFixture.body(filled).getElementsByTagNameNS("*", "delText").item(0).getTextContent()).isEqualTo("0100047516");
    }

    @Test
    void aFieldThatIsCutIntoRunsIsFilledInNotesAndFootersToo() {
        byte[] template = OfficeFile.word(p("x"))
                .part("word/notes.xml", WORD + "footnotes+xml", "<w:footnotes xmlns:w=\"" + OfficeFile.W + "\"><w:footnote>"
                        + p("{", "{na", "m}", "}") + "</w:footnote></w:footnotes>")
                .part("word/foot.xml", WORD + "footer+xml", "<w:ftr xmlns:w=\"" + OfficeFile.W + "\">" + p("{{n", "am}}") + "</w:ftr>").bytes();
        Map<String, byte[]> parts = WordFixture.parts(write(template, new DraftValues().put("nam", 2026)));
        assertThat(new String(parts.get("word/notes.xml"), StandardCharsets.UTF_8)).contains("2026").doesNotContain("{");
        assertThat(new String(parts.get("word/foot.xml"), StandardCharsets.UTF_8)).contains("2026").doesNotContain("{");
    }

    @Test
    void aBodyOfAnyNameIsFilled() {
        byte[] template = OfficeFile.word("word/document2.xml", p("Năm {{nam}}")).bytes("\\", StandardCharsets.UTF_16);
        Map<String, byte[]> parts = WordFixture.parts(write(template, new DraftValues().put("nam", 2026)));
        assertThat(parts.keySet()).containsExactly("[Content_Types].xml", "_rels/.rels", "word/document2.xml");
        assertThat(new String(parts.get("word/document2.xml"), StandardCharsets.UTF_8)).contains("Năm 2026");
    }

    private static byte[] write(byte[] template, DraftValues values) {
        return DraftWriter.write(WordFile.open(template), values);
    }
}
