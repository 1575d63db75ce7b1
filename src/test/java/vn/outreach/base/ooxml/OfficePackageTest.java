package vn.outreach.base.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.outreach.base.ooxml.OfficeFile.OFFICE;
import static vn.outreach.base.ooxml.OfficeFile.excel;
import static vn.outreach.base.ooxml.OfficeFile.field;
import static vn.outreach.base.ooxml.OfficeFile.word;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Office files are read, however they were written, and which bring something that runs or fetches. */
class OfficePackageTest {

    private static final String BODY = "word/document.xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final String P = "<w:p><w:r><w:t>x</w:t></w:r></w:p>";

    @TempDir
    private Path home;

    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("Word for the web", word("word/document2.xml", P).bytes()),
                Arguments.of("any name", word("a/b/Văn bản.xml", P).bytes()),
                Arguments.of("small letters", word(P).listed("[content_types].xml").bytes()),
                Arguments.of("backslashes", word(P).bytes("\\", StandardCharsets.UTF_8)),
                Arguments.of("UTF-16", word(P).bytes("/", StandardCharsets.UTF_16)),
                Arguments.of("a link", word("<w:hyperlink r:id=\"rId1\">" + P + "</w:hyperlink>")
                        .relate(BODY, OFFICE + "/hyperlink", "https://example.vn/", true).bytes()),
                Arguments.of("a picture", word(P).part("word/media/image1.png", "image/png", "png")
                        .relate(BODY, OFFICE + "/image", "media/image1.png", false).bytes()),
                Arguments.of("data of others", word(P).part("customXml/item1.xml", "application/xml",
                        "<a:control xmlns:a=\"urn:others\"><a:f>cmd|'/c x'!A0</a:f></a:control>").bytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void read(String what, byte[] content) throws Exception {
        assertThat(kindOf(content)).isEqualTo(OfficePackage.Kind.WORD);
    }

    @Test
    void aWorkbookIsKnownByItsType() throws Exception {
        assertThat(kindOf(excel("xl/workbook2.xml", "<row><c><f>SUM(A1:B2)&amp;\"a|b\"&amp;'x|y'!A1</f></c></row>").bytes()))
                .isEqualTo(OfficePackage.Kind.EXCEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {" PAGE ", " NUMPAGES  \\* MERGEFORMAT ", "DATE \\@ \"dd/MM/yyyy\"", " toc \\o \"1-3\" \\h ", " REF _Ref1 \\h ",
        " SEQ Hình \\* ARABIC ", " HYPERLINK \"https://example.vn/link?dde\" ", "PAGE\\* MERGEFORMAT", " "})
    void fieldsThatOnlyCountAndPoint(String code) throws Exception {
        assertThat(kindOf(word(field(code.replace("\"", "&quot;"))).bytes())).isEqualTo(OfficePackage.Kind.WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DDEAUTO c:\\\\x", " dde excel", " INCLUDETEXT \"a\"", " INCLUDEPICTURE \"http://a/\"", " LINK Excel.Sheet",
        " QUOTE 68 68 69", " IF 1 = 1 a b", " MACROBUTTON x", " IMPORT a", " RD a", " DATABASE", " AUTOTEXT a", " FILLIN a", " MERGEFIELD a",
        " EMBED Package", " ADDIN x", "\"DDE\" a", "\\DDE a"})
    void fieldsThatDoMore(String code) {
        assertFault(word(field(code.replace("\"", "&quot;"))), OfficeFault.Kind.FIELD);
        assertFault(word("<w:p><w:fldSimple w:instr=\"" + code.replace("\"", "&quot;") + "\">" + P + "</w:fldSimple></w:p>"),
                OfficeFault.Kind.FIELD);
    }

    @Test
    void aCodeThatIsWrittenInPiecesOrByAnotherField() {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        String separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String quote = begin + "<w:r><w:instrText> REF bookmark </w:instrText></w:r>" + separate + "<w:r><w:t>DDEAUTO</w:t></w:r>" + end;
        assertFault(word("<w:p>" + begin + "<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E x</w:instrText></w:r>" + end
                + "</w:p>"), OfficeFault.Kind.FIELD);
        assertFault(word("<w:p>" + begin + quote + "<w:r><w:instrText> cmd</w:instrText></w:r>" + separate + end + "</w:p>"),
                OfficeFault.Kind.FIELD);
        assertFault(word("<w:p>" + begin + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + quote + separate + end + "</w:p>"),
                OfficeFault.Kind.FIELD);
        assertFault(word("<w:p>" + begin + "<w:r><w:instrText> DDE x</w:instrText></w:r></w:p>"), OfficeFault.Kind.FIELD);
        assertFault(word("<w:p><w:del><w:r><w:delInstrText> DDE x</w:delInstrText></w:r></w:del></w:p>"), OfficeFault.Kind.FIELD);
        assertFault(word(P).part("word/footnotes.xml", TYPE + "wordprocessingml.footnotes+xml",
                "<w:footnotes xmlns:w=\"" + OfficeFile.W + "\">" + field(" DDE x") + "</w:footnotes>"), OfficeFault.Kind.FIELD);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("remote template", OfficeFault.Kind.REMOTE_TEMPLATE, word(P)
                        .relate("word/settings.xml", OFFICE + "/attachedTemplate", "http://example.vn/a.dotm", true)),
                Arguments.of("picture from elsewhere", OfficeFault.Kind.REMOTE, word(P)
                        .relate(BODY, OFFICE + "/image", "http://example.vn/a.png", true)),
                Arguments.of("picture on a share, called internal", OfficeFault.Kind.REMOTE, word(P)
                        .relate(BODY, OFFICE + "/image", "\\\\host\\share\\a.png", false)),
                Arguments.of("picture by a link's relationship", OfficeFault.Kind.REMOTE, word("<w:pict r:id=\"rId1\"/>")
                        .relate(BODY, OFFICE + "/hyperlink", "http://example.vn/a.png", true)),
                Arguments.of("picture of an old drawing", OfficeFault.Kind.REMOTE, word(
                        "<v:imagedata xmlns:v=\"urn:schemas-microsoft-com:vml\" src=\"http://example.vn/a.png\"/>")),
                Arguments.of("picture of a picture", OfficeFault.Kind.REMOTE, word(P).part("word/media/image1.svg", "image/svg+xml",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"http://example.vn/a.png\"/></svg>")),
                Arguments.of("program of a picture", OfficeFault.Kind.MACROS, word(P).part("word/media/image1.svg", "image/svg+xml",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>")),
                Arguments.of("remote header", OfficeFault.Kind.REMOTE, word(P).relate("", OFFICE + "/header", "file:///c:/a.xml", true)),
                Arguments.of("OLE package", OfficeFault.Kind.EMBEDDED, word(P)
                        .part("word/embeddings/oleObject1.bin", TYPE + "oleObject", "x")),
                Arguments.of("OLE package elsewhere", OfficeFault.Kind.EMBEDDED, word(P).part("word/a.bin", "application/octet-stream", "x")
                        .relate(BODY, OFFICE + "/oleObject", "a.bin", false)),
                Arguments.of("OLE object", OfficeFault.Kind.EMBEDDED, word(
                        "<o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" Type=\"Link\"/>")),
                Arguments.of("ActiveX", OfficeFault.Kind.EMBEDDED, word(P).part("word/activeX/activeX1.xml", "application/xml", "<x/>")),
                Arguments.of("page within", OfficeFault.Kind.CHUNK, word(P).part("word/a.html", "text/html", "<html/>")),
                Arguments.of("document within", OfficeFault.Kind.CHUNK, word("<w:altChunk/>")),
                Arguments.of("mail merge", OfficeFault.Kind.MAIL_MERGE, word(P).part("word/settings.xml",
                        TYPE + "wordprocessingml.settings+xml", "<w:settings xmlns:w=\"" + OfficeFile.W + "\"><w:mailMerge/></w:settings>")),
                Arguments.of("macros of a renamed .xlsm", OfficeFault.Kind.MACROS, excel("xl/workbook.xml", "")
                        .part("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "<workbook/>")),
                Arguments.of("old macros", OfficeFault.Kind.MACROS, excel("xl/workbook.xml", "")
                        .part("xl/a.xml", "application/vnd.ms-excel.macrosheet+xml", "<a/>")),
                Arguments.of("link to another workbook", OfficeFault.Kind.LINKS, excel("xl/workbook.xml", "")
                        .part("xl/externalLinks/externalLink1.xml", TYPE + "spreadsheetml.externalLink+xml", "<externalLink/>")),
                Arguments.of("DDE link", OfficeFault.Kind.LINKS, excel("xl/workbook.xml", "").part("xl/link.xml", "application/xml",
                        "<ddeLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" ddeService=\"cmd\"/>")),
                Arguments.of("connection", OfficeFault.Kind.LINKS, excel("xl/workbook.xml", "")
                        .part("xl/connections.xml", TYPE + "spreadsheetml.connections+xml", "<connections/>")),
                Arguments.of("DDE formula", OfficeFault.Kind.FORMULA, excel("xl/workbook.xml", "<row><c><f>cmd|'/c calc'!A0</f></c></row>")),
                Arguments.of("fetching formula", OfficeFault.Kind.FORMULA,
                        excel("xl/workbook.xml", "<row><c><f>_xlfn.WEBSERVICE(\"http://a\")</f></c></row>")),
                Arguments.of("two bodies", OfficeFault.Kind.BROKEN, word(P).part("word/other.xml",
                        TYPE + "wordprocessingml.document.main+xml", "<a/>")),
                Arguments.of("another body than its type says", OfficeFault.Kind.BROKEN,
                        word(P).relate("", OFFICE + "/officeDocument", "word/other.xml", false)),
                Arguments.of("a document type", OfficeFault.Kind.BROKEN, word(P).part("customXml/item1.xml", "application/xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")),
                Arguments.of("slides", OfficeFault.Kind.NO_OFFICE_FILE, new OfficeFile()
                        .part("ppt/presentation.xml", TYPE + "presentationml.presentation.main+xml", "<p/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, OfficeFault.Kind kind, OfficeFile file) {
        assertFault(file, kind);
    }

    private void assertFault(OfficeFile file, OfficeFault.Kind kind) {
        assertThatThrownBy(() -> kindOf(file.bytes()))
                .isInstanceOfSatisfying(OfficeFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageNotContaining("%s");
    }

    private OfficePackage.Kind kindOf(byte[] content) throws IOException, OfficeFault {
        try (OfficePackage office = OfficePackage.open(Files.write(home.resolve("file"), content))) {
            return office.kind();
        }
    }
}
