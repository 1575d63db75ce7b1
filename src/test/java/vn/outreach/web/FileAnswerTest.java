package vn.outreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;

/** The names of downloads, for old programs and new ones. */
class FileAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "plain.pdf                | attachment; filename=\"plain.pdf\"",
        "Biên bản số 7.docx       | attachment; filename=\"Bien ban so 7.docx\"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20s%E1%BB%91%207.docx",
        "Đề án – đợt 2.pdf        | attachment; filename=\"De an - dot 2.pdf\"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%E2%80%93%20%C4%91%E1%BB%A3t%202.pdf",
        "a\"b;c.pdf               | attachment; filename=\"a_b_c.pdf\"; filename*=UTF-8''a%22b%3Bc.pdf",
        "100%.pdf                 | attachment; filename=\"100_.pdf\"; filename*=UTF-8''100%25.pdf",
        "会议.pdf                  | attachment; filename=\"tep.pdf\"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE.pdf"})
    void oneNameForAllPrograms(String name, String header) {
        assertThat(FileAnswer.attachment(name)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tờ trình (2).pdf", "a'b\".pdf", "bien\\ban.pdf", "x; filename=y.exe", "😀 ảnh.jpg", "\"", "…"})
    void theNameComesBackWhole_andNoNameWritesAHeader(String name) {
        String header = FileAnswer.inline(name + "\r\nX-Evil: 1\u202e");
        assertThat(header).matches("inline; filename=\"[^\"\\\\;]+\"(; filename\\*=UTF-8''[\\w!#$&+.^`|~%-]+)?").isPrintable();
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name + "X-Evil: 1");
    }
}
