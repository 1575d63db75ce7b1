package vn.outreach.register.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateNameTest {

    private static final CandidateName ELEVEN = new CandidateName("Đặng Thúy Hòa");
    private static final CandidateName TWO = new CandidateName("Hòa Bình");

    @ParameterizedTest
    @ValueSource(strings = {
        "Đặng Thúy Hòa", "đã gặp ĐẶNG THÚY HÒA ở xưởng", "dang thuy hoa", "Đặng Thuý Hoà", "Hòa Đặng Thúy", "Thúy Hòa (Đặng)",
        "Đặng\u00a0Thúy\u00a0Hòa", "Đặng  Thúy\nHòa", "Đặng Thú\u200by Hòa", "Đặng.Thúy-Hòa", "dang_thuy_hoa.pdf", "DangThuyHoa.docx",
        "hoadangthuy", "Ɖặng Thúy Hòa", "Ｄａｎｇ Ｔｈｕｙ Ｈｏａ", "“Đặng Thúy Hòa”,", "DangThuy Hoa", "аnh Đặng Thúy Hòa"})
    void theNameIsFound_howeverItIsWritten(String text) {
        assertThat(isIn(ELEVEN, text)).isTrue();
        assertThat(isIn(ELEVEN, Normalizer.normalize(text, Normalizer.Form.NFD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hòa", "Thúy Hòa", "Đặng Thúy", "Đặng Thúy Hòan", "Ông Đặng, bà Thúy và anh Hòa",
        "Đặng Thúy gặp Hòa", "hoa thuy", "đặng thúy hoàng"})
    void partsOfTheNameAndOtherWordsAreNone(String text) {
        assertThat(isIn(ELEVEN, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hòa Bình", "bình hoà", "Hoa Binh", "HoaBinh.pdf", "gặp hòa bình ở xưởng"})
    void aNameOfTwoWordsIsFoundWithItsMarksOrWithoutAny(String text) {
        assertThat(isIn(TWO, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoạ binh", "hóa bình", "hòa và bình", "hòa", "bịnh hoa"})
    void otherWordsThatLookLikeANameOfTwoAreNone(String text) {
        assertThat(isIn(TWO, text)).isFalse();
    }

    @Test
    void aNameOfOneWordIsLookedForNowhere() {
        assertThat(isIn(new CandidateName("Hòa"), "Hòa")).isFalse();
        assertThat(isIn(new CandidateName(" "), "gì đó")).isFalse();
    }

    @Test
    void manyNamesInALongTextTakeMillisecondsOnly() {
        CandidateName.Words text = CandidateName.Words.of(String.join(" ", Collections.nCopies(80, "Nguyễn Thị đi làm")));
        long before = System.nanoTime();
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> new CandidateName("Nguyễn Thị Số " + i)).anyMatch(name -> name.isIn(text)))
                .isFalse();
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(5_000);
    }

    private static boolean isIn(CandidateName name, String text) {
        return name.isIn(CandidateName.Words.of(text));
    }
}
