package vn.outreach.document.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.outreach.document.draft.WordFixture.p;
import static vn.outreach.document.draft.WordFixture.row;
import static vn.outreach.document.draft.WordFixture.table;
import static vn.outreach.document.draft.WordFixture.withBody;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;

/** What an office is told of a template that will not do. */
class TemplateCheckTest {

    private static final String RELATIONSHIPS = "word/_rels/document.xml.rels";

    @ParameterizedTest
    @EnumSource(DraftTemplate.class)
    void theBuiltInTemplatesHaveNoFaults(DraftTemplate template) {
        assertThat(faults(template, WordFixture.builtIn(template))).isEmpty();
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlace() {
        String body = p("Một") + table(row("a"), row("b", "c")) + p("Kính gửi ông ", "{{tenGiam", "Doc}}, Giám đốc công ty")
                + table(row("x"), row("y", "{{luong}}"));
        assertThat(faults(DraftTemplate.WORK_MINUTES, withBody(body))).containsExactly(
                "Đoạn 2, “Kính gửi ông {{tenGiamDoc}}, Giám đốc công…”: không có trường {{tenGiamDoc}}.",
                "Bảng 2, dòng 2, ô 2, “{{luong}}”: không có trường {{luong}}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{maSoThue", "maSoThue}}", "{{ma So Thue}}", "{{}}", "{{maSoThue}", "{{ma.class}}", "{{@anh}}", "{{+tep}}",
        "{{{{maSoThue}} x"})
    void bracesThatAreNoFieldAreBroken(String text) {
        assertThat(faults(DraftTemplate.WORK_MINUTES, withBody(p(text)))).singleElement().asString()
                .startsWith("Đoạn 1, “").contains("không trọn vẹn");
    }

    @Test
    void aRowBeginsAndEndsInOneRowOfATable() {
        DraftTemplate plan = DraftTemplate.ANNUAL_PLAN;
        assertThat(faults(plan, withBody(table(row("{{#phanCong}}{{stt}}", "{{tenDoanhNghiep}}"), row("{{/phanCong}}"))))).hasSize(2)
                .first().asString().isEqualTo("Bảng 1, dòng 1, ô 1: {{#phanCong}} không có {{/phanCong}} trong cùng dòng của bảng.");
        assertThat(faults(plan, withBody(p("{{#phanCong}}{{/phanCong}}")))).first().asString().contains("phải đứng trong một dòng");
        assertThat(faults(plan, withBody(table(row("{{#tiepXuc}}{{/tiepXuc}}"))))).first().asString().contains("không có dòng lặp {{#tiepXuc}}");
        assertThat(faults(plan, withBody(p("{{tenDoanhNghiep}}")))).singleElement().asString()
                .contains("chỉ dùng được trong dòng bảng giữa {{#phanCong}} và {{/phanCong}}");
        assertThat(faults(plan, withBody(table(row("{{#phanCong}}{{#phanCong}}", "{{/phanCong}}"))))).singleElement().asString()
                .contains("chưa kết thúc");
    }

    @Test
    void noFieldTellsOfCandidates() {
        for (DraftTemplate template : DraftTemplate.values()) {
            assertThat(DraftFields.of(template)).extracting(DraftFields.Field::name)
                    .noneMatch(name -> name.toLowerCase().contains("quanchung") || name.toLowerCase().contains("ungvien"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "PK", "", "{\"a\": 1}"})
    void whatIsNoWordFileIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), "template-not-word");
    }

    @Test
    void aWordFileWithAnEntityIsRefused() {
        assertRefused(WordFixture.with("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + p("&e;")
                + "</w:body></w:document>"), "template-not-word");
    }

    @Test
    void aTemplateThatBringsCodeOrFetchesIsRefused() {
        assertRefused(WordFixture.changed("[Content_Types].xml", "wordprocessingml.settings+xml", "vbaProject"), "template-active");
        assertRefused(WordFixture.changed(RELATIONSHIPS, "</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas."
                + "openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://example.vn/a.png\" TargetMode=\"External\"/>"
                + "</Relationships>"), "template-active");
        assertRefused(withBody("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r>"
                + "<w:r><w:instrText>TEXT \"c:\\\\x\"</w:instrText></w:r></w:p>"), "template-active");
        assertRefused(withBody("<w:altChunk/>"), "template-active");
        assertRefused(WordFixture.changed("word/settings.xml", "<w:zoom", "<w:mailMerge/><w:zoom"), "template-active");
        assertRefused(withBody("<w:p><w:fldSimple w:instr=\" QUOTE 68 68 69\"/></w:p>"), "template-active");
        assertRefused(withBody("<w:p><w:fldSimple w:instr=\" DDEAUTO excel \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"), "template-active");
    }

    @Test
    void aTemplateOfTheOtherDialectIsRefused_withWhatToDo() {
        assertRefused(WordFixture.with("word/document.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>"
                + p("{{tenDoanhNghiep}}") + "</w:body></w:document>"), "template-strict");
        assertRefused(WordFixture.with("word/header1.xml", "<w:hdr xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
                + p("{{nam}}") + "</w:hdr>"), "template-strict");
    }

    @Test
    void blanksThatNobodySeesBelongToTheBraces() {
        assertThat(faults(DraftTemplate.WORK_MINUTES,
                withBody(p("{{\u00a0tenDoanhNghiep\u00a0}} {\u200b{maSo\u00adThue}} {{\u202fnam\ufeff}}")))).isEmpty();
    }

    @Test
    void aControlThatShowsOtherDataIsRefused() {
        String control = "<w:sdt><w:sdtPr>%s</w:sdtPr><w:sdtContent>" + p("{{nam}}") + "</w:sdtContent></w:sdt>";
        assertThat(faults(DraftTemplate.WORK_MINUTES, withBody(control.formatted("<w:dataBinding w:xpath=\"/a\"/>"))))
                .singleElement().asString().contains("gắn với dữ liệu riêng");
        assertThat(faults(DraftTemplate.WORK_MINUTES, withBody(control.formatted("<w:alias w:val=\"Năm\"/>")))).isEmpty();
    }

    private static List<String> faults(DraftTemplate template, byte[] content) {
        return TemplateCheck.faultsOf(template, WordFile.open(content));
    }

    private static void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> WordFile.open(content)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
