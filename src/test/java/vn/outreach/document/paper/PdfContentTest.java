package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;

/** PDFs as readers open them, and those that do something by themselves. */
class PdfContentTest {

    private static final String CATALOG = "1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ef\u00bb\u00bf", "\r\n", "\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\n"})
    void whatStandsBeforeThePdfDoesNotMatter(String before) throws IOException {
        assertThat(kindOf(before + pdf(""))).isEqualTo(PaperKind.PDF);
    }

    @Test
    void theBeginningIsWithin1024Bytes_andTheEndIsThere() {
        assertRefused(" ".repeat(1020) + pdf(""), "paper-kind");
        assertRefused(pdf("").substring(0, 60), "paper-kind");
        assertRefused(pdf("").replace("%%EOF", ""), "paper-kind");
        assertRefused(pdf("") + " ".repeat(2000), "paper-kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/OpenAction[3 0 R/XYZ null null 0]", "/OpenAction [3 0 R /Fit]", "/OpenAction<</Type/Action/S/GoTo/D[3 0 R/Fit]>>",
        "/OpenAction 4 0 R>>endobj 4 0 obj<</S/GoTo/D[3 0 R/Fit]", "/OpenAction 4 0 R>>endobj 4 0 obj [3 0 R /Fit] endobj 5 0 obj<<",
        "/OpenAction null", "/Lang(vi)/Outlines<</First 5 0 R/Last 5 0 R>>", "/A<</S/URI/URI(https://example.vn/Launch.pdf)>>",
        "/Font<</AA1 6 0 R/JS1 6 0 R>>"})
    void whatOnlyShowsAPageIsTaken(String catalog) throws IOException {
        assertThat(kindOf(pdf(catalog))).isEqualTo(PaperKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "/OpenAction<</S/Launch/F(cmd.exe)>>", "/OpenAction<</S/URI/URI(http://a/)>>",
        "/OpenAction<</S/Named/N/Print>>", "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/URI/URI(http://a/)>>>>",
        "/OpenAction 4 0 R>>endobj 4 0 obj<</S/Named/N/Print", "/OpenAction 9 0 R", "/OpenAction%x\n<</S/URI/URI(http://a/)>>",
        "/OpenAction<</S/G#6fTo/S/URI/URI(http://a/)>>", "/Open#41ction<</S/URI/URI(http://a/)>>",
        "/Names<</JavaScript 4 0 R>>", "/Names<</J#61vaScript 4 0 R>>", "/A<</S/#4caunch/F(a)>>", "/JS (x)", "/AA<</O 4 0 R>>",
        "/AcroForm<</XFA[(a)4 0 R]>>", "/Names<</EmbeddedFiles 4 0 R>>", "/Annots[<</Subtype/FileAttachment/FS 4 0 R>>]",
        "/A<</S/SubmitForm/F(http://a/)>>", "/Annots[<</Subtype/RichMedia>>]"})
    void whatDoesMoreIsRefused(String catalog) {
        assertRefused(pdf(catalog), "paper-active");
    }

    @Test
    void objectsThatArePackedTogetherAreLookedInto() throws IOException {
        assertThat(kindOf(packed("/Filter/FlateDecode", "<</Type/Catalog>>"))).isEqualTo(PaperKind.PDF);
        assertRefused(packed("/Filter/FlateDecode", "<</S/JavaScript/JS(x)>>"), "paper-active");
        assertRefused(packed("/Filter[/FlateDecode]", "<</OpenAction<</S/URI/URI(http://a/)>>>>"), "paper-active");
        assertRefused(packed("/Fi#6cter/FlateDecode", "<</S/Launch>>"), "paper-active");
        assertRefused(packed("/Filter[/FlateDecode/ASCII85Decode]", "<</Type/Catalog>>"), "paper-active");
        assertRefused(packed("/Filter/LZWDecode", "<</Type/Catalog>>"), "paper-active");
        assertRefused(packed("/Filter/FlateDecode/DecodeParms<</Predictor 12>>", "<</Type/Catalog>>"), "paper-active");
        assertRefused(packed("/Filter/FlateDecode", "<</Type/Catalog>>").replace("trailer<<", "trailer<</Encrypt 8 0 R"), "paper-active");
    }

    @Test
    void whatAPackedObjectDoesAtTheOpeningIsLookedUp() throws IOException {
        assertThat(kindOf(packed("/Filter/FlateDecode", "[3 0 R/Fit]").replace("/Pages 2 0 R", "/Pages 2 0 R/OpenAction 7 0 R")))
                .isEqualTo(PaperKind.PDF);
        assertRefused(packed("/Filter/FlateDecode", "<</S/Named/N/Print>>").replace("/Pages 2 0 R", "/Pages 2 0 R/OpenAction 7 0 R"),
                "paper-active");
    }

    @Test
    void whatAnAddressMayPointToWithinOtherDataIsSeen() {
        assertRefused(pdf("").replace("trailer", "6 0 obj<</Length 40>>stream\n9 0 obj<</S/JavaScript/JS 4 0 R>>endobj\nendstream endobj\ntrailer"),
                "paper-active");
    }

    @Test
    void aLargeFileIsReadBlockByBlock() throws IOException {
        String filling = "%" + "x".repeat(700_000) + "\n";
        assertThat(kindOf(pdf("").replace("trailer", filling + "trailer"))).isEqualTo(PaperKind.PDF);
        for (int at = 262_144 - 20; at < 262_144 + 4; at++) {
            assertRefused("%PDF-1.4\n%" + "x".repeat(at - 10) + "/JavaScript 4 0 R\n%%EOF", "paper-active");
        }
        assertRefused(pdf("/OpenAction 4 0 R").replace("trailer", filling + "4 0 obj<</S/URI>>endobj\ntrailer"), "paper-active");
    }

    private static String pdf(String catalog) {
        return "%PDF-1.4\n" + CATALOG.formatted(catalog) + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    }

    /** With the object 7 in a stream of objects. */
    private static String packed(String filter, String object) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
            deflater.write(("7 0 " + object).getBytes(StandardCharsets.ISO_8859_1));
        }
        return pdf("").replace("trailer<<", "6 0 obj<</Type/ObjStm/N 1/First 4" + filter + "/Length " + stream.size() + ">>stream\r\n"
                + stream.toString(StandardCharsets.ISO_8859_1) + "\r\nendstream endobj\ntrailer<<");
    }

    private PaperKind kindOf(String content) throws IOException {
        return Content.kindOf(Files.write(home.resolve("sent"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void assertRefused(String content, String code) {
        assertThatThrownBy(() -> kindOf(content)).as(content.substring(0, Math.min(content.length(), 300)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
