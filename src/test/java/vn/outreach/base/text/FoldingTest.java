package vn.outreach.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "\t\r\n", "\u00a0", "\u200b", "\ufeff", "\u202f", "\u3164", "\u00ad", "\u115f\u1160", "\uffa0", "\u2800", "\u2060\u180e",
        "\u2007\u3000\u205f\u1680", "\u0085\u2028\u2029", "\u200e\u202e\u2069", "\u034f", "\ufe0f", "\u0301", "\udb40\udc41", "\u0000\u001f"
    })
    void invisibleTextIsNoText(String text) {
        assertThat(Folding.isBlank(text)).isTrue();
        assertThat(Folding.kept(text)).isNull();
        assertThat(Folding.line(text)).isNull();
        assertThat(Folding.words(text)).isEmpty();
        assertThat(Folding.code("a" + text)).isEqualTo(text.equals("\u0301") ? "á" : "a");
    }

    @Test
    void nothingIsBlankToo() {
        assertThat(Folding.isBlank(null)).isTrue();
        assertThat(Folding.kept(null)).isNull();
        assertThat(Folding.line(null)).isNull();
        assertThat(Folding.words(null)).isEmpty();
        assertThat(Folding.signs(null)).isEmpty();
        assertThat(Folding.code(null)).isEmpty();
        assertThat(Folding.documentNumber(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "0", "★", "❤\ufe0f", "ệ", "한", "\ud83d\ude00"})
    void whatIsSeenIsText(String text) {
        assertThat(Folding.isBlank(text)).isFalse();
        assertThat(Folding.isBlank("\u00a0" + text)).isFalse();
    }

    @Test
    void keptIsWhatWasTypedWithoutItsEnds() {
        assertThat(Folding.kept("\u00a0\u200b  Thép  Sóng\nĐông\u3164\ufeff ")).isEqualTo("Thép  Sóng\nĐông");
        assertThat(Folding.kept("Tie\u0302\u0301ng")).isEqualTo("Tiếng");
        assertThat(Folding.kept("①²½ ﬁ")).isEqualTo("①²½ ﬁ");
    }

    @Test
    void aLineIsOneLine() {
        assertThat(Folding.line(" a\u00a0 b\r\nc\u2028d\u202ee\u0085f ")).isEqualTo("a b c de f");
        assertThat(Folding.isOneLine("a b\u00a0c\u200b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069"})
    void aLineHoldsNoBreakAndNoTurn(String sign) {
        assertThat(Folding.isOneLine("a" + sign + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thép\u00a0Sóng\u00a0Đông", "Th\u200bép Sóng Đông", "Thép Sóng \u0189ông", "Thép Sóng \u00d0ông", "thep song dong",
        "THÉP SÓNG ĐÔNG", "The\u0301p So\u0301ng \u0110o\u0302ng", "Thép–Sóng—Đông", "Thép\u2011Sóng/Đông", "“Thép Sóng” Đông.",
        "Ｔｈｅｐ　Ｓｏｎｇ　Ｄｏｎｇ", "Thép\u3164Sóng\u2800Đông", "Thép\u00ad Sóng D\u0335ông", "Th\u0435p S\u043eng Dong", "Thép Sóng \u20abông"
    })
    void whatLooksTheSameIsTheSame(String text) {
        assertThat(Folding.words(text)).isEqualTo("thep song dong");
    }

    @ParameterizedTest
    @CsvSource({"Hòa,Hoà", "Uỷ,Ủy", "Quý,Quy\u0301", "thuở,thủơ", "Khỏe,Khoẻ", "Ngoạm,Ngọam"})
    void whereTheToneStandsDoesNotCount(String one, String other) {
        assertThat(Folding.words(one)).isEqualTo(Folding.words(other));
        assertThat(Folding.markedWords(one)).isEqualTo(Folding.markedWords(other));
    }

    @ParameterizedTest
    @CsvSource({"Đảng,đang", "cấp uỷ,cấp úy", "hoa,hoà", "đỏ,do", "ơn,on"})
    void marksCountWhereTheyAreAskedFor(String one, String other) {
        assertThat(Folding.markedWords(one)).isNotEqualTo(Folding.markedWords(other));
        assertThat(Folding.markedWords(" " + one + "\u200b!")).isEqualTo(Folding.markedWords(one.toUpperCase()));
    }

    @Test
    void differentWordsStayDifferent() {
        assertThat(Folding.words("Gạch Ngói")).isNotEqualTo(Folding.words("Gạch Mới"));
        assertThat(Folding.words("12 3")).isNotEqualTo(Folding.words("123"));
    }

    @ParameterizedTest
    @CsvSource({
        "giám đốc 0912\u00a0345\u00a0678,giam doc 0912 345 678", "giám đốc 0912/345/678,giam doc 0912/345/678",
        "0912\u2013345\u2212678,0912-345-678", "\uff10\uff19\uff11\uff12,0912", "a\uff20b.vn,a@b.vn", "a\ufe6bb.vn,a@b.vn",
        "\u0660\u0669\u0661,091", "09\u200b12,0912", "1\u20442,1/2"
    })
    void signsAreOfOneKind(String text, String folded) {
        assertThat(Folding.signs(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "3500370371\u00a0,3500370371", "\u200b3500370371,3500370371", "3500 370 371,3500370371", "3500370371\u2013001,3500370371-001",
        "3500370371\u2011001,3500370371-001", "3500370371 - 001,3500370371-001", "\uff13\uff15,35", "12\u202f-\u00d0\u1ea3ng,12-\u0110\u1ea3ng",
        "Qd\u0335,Qđ"
    })
    void aPastedCodeIsTheCode(String text, String code) {
        assertThat(Folding.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"12 – QĐ / TU,12-QĐ/TU", "\u00a012-QÐ/TU\u200b,12-QĐ/TU", "Số 12\u00a0 QĐ,Số 12 QĐ", "7\u2011BB,7-BB"})
    void aDocumentNumberKeepsItsWords(String text, String number) {
        assertThat(Folding.documentNumber(text)).isEqualTo(number);
    }

    @Test
    void aSecretIsTheSameHoweverItWasTyped() {
        assertThat(Folding.secret("Mật-khẩu-Đường-2026!"))
                .isEqualTo(Folding.secret(java.text.Normalizer.normalize("Mật-khẩu-Đường-2026!", java.text.Normalizer.Form.NFD)));
        assertThat(Folding.secret("a\u00a0B ")).isEqualTo("a B ");
        assertThat(Folding.secret("ﬁ")).isEqualTo("ﬁ");
    }
}
