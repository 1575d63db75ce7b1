package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.outreach.base.refusal.Refusal;

/** What is taken for what, by its bytes alone. */
class ContentTest {

    @TempDir
    private Path home;

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(PaperKind.PDF, Samples.pdf()),
                Arguments.of(PaperKind.JPEG, Samples.jpeg()),
                Arguments.of(PaperKind.PNG, Samples.png()),
                Arguments.of(PaperKind.DOCX, Samples.docx()),
                Arguments.of(PaperKind.XLSX, Samples.xlsx()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatIsTaken(PaperKind kind, byte[] content) throws IOException {
        assertThat(Content.kindOf(file(content))).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("paper-empty", "rỗng", new byte[0]),
                Arguments.of("paper-kind", "không phải PDF", Samples.exe()),
                Arguments.of("paper-kind", "không phải PDF", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("paper-kind", "không phải PDF", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("paper-kind", "không trọn vẹn", "junk before %PDF-1.4".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("paper-kind", "không phải PDF", "<html>%PDF-1.4 %%EOF".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("paper-kind", "không phải PDF", "MZ\u0000%PDF-1.4 %%EOF".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("paper-kind", "không phải PDF", new byte[] {'G', 'I', 'F', '8', '9', 'a'}),
                Arguments.of("paper-kind", "HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("paper-kind", "đời cũ", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}),
                Arguments.of("paper-kind", "Tệp nén", Samples.zip()),
                Arguments.of("paper-kind", "hỏng", "PK\u0003\u0004 and no archive".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("paper-kind", "hỏng", java.util.Arrays.copyOf(Samples.docx(), 200)),
                Arguments.of("paper-macros", "macro", Samples.docxWithMacro()),
                Arguments.of("paper-macros", "macro", Samples.docm()),
                Arguments.of("paper-bomb", "quá lớn", Samples.bomb()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefused(String code, String sentence, byte[] content) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> Content.kindOf(file))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Biên bản.pdf                     | Biên bản.pdf",
        "../../../etc/passwd              | passwd",
        "C:\\Users\\a\\..\\Quyết định.pdf | Quyết định.pdf",
        "...                              | giay-to",
        "..                               | giay-to",
        "a:b*c?.pdf                       | abc.pdf",
        "'anh\u202Egpj.exe'               | anhgpj.exe",
        "'a\u0000\u0007b.pdf'             | ab.pdf"})
    void aNameIsSomethingToShow_andNoPath(String sent, String shown) {
        assertThat(FileName.of(sent)).isEqualTo(shown);
    }

    @Test
    void aNameEndsAsItsContentIs_andIsNotTooLong() {
        assertThat(PaperKind.JPEG.named("hoa-don.exe")).isEqualTo("hoa-don.exe.jpg");
        assertThat(PaperKind.JPEG.named("IMG_1.JPEG")).isEqualTo("IMG_1.JPEG");
        assertThat(FileName.of("x".repeat(300) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.of(null)).isEqualTo("giay-to");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(home.resolve("sent"), content);
    }
}
