package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of before Unicode. The tables of the tests go the other way and are written by hand, not turned round. */
class LegacyEncodingTest {

    private static final String SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    private static final Map<Character, String> TO_TCVN3 = new HashMap<>();
    private static final Map<Character, String> TO_VNI = new HashMap<>();

    static {
        // Octets of TCVN 5712:1993, table VN3, in the order of the alphabet above.
        int[] octets = {'a', 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xA9, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 'b', 'c', 'd', 0xAE,
            'e', 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 'g', 'h', 'i', 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 'k', 'l', 'm', 'n',
            'o', 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 'p', 'q', 'r', 's', 't',
            'u', 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xAD, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 'v', 'x', 'y', 0xFA, 0xFB, 0xFC, 0xFD, 0xFE};
        String vni = "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä b c d ñ e eø eû eõ eù eï eâ eà eå eã eá eä g h i ì æ ó í ò k l m n "
                + "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï p q r s t u uø uû uõ uù uï ö öø öû öõ öù öï v x y yø yû yõ yù î";
        String[] pairs = vni.split(" ");
        for (int i = 0; i < SMALL.length(); i++) {
            TO_TCVN3.put(SMALL.charAt(i), String.valueOf((char) octets[i]));
            TO_VNI.put(SMALL.charAt(i), pairs[i]);
            TO_VNI.put(SMALL.toUpperCase().charAt(i), pairs[i].toUpperCase());
        }
        String capitals = "ĂÂÊÔƠƯĐ";
        for (int i = 0; i < capitals.length(); i++) {
            TO_TCVN3.put(capitals.charAt(i), String.valueOf((char) (0xA1 + i)));
        }
    }

    private static String written(Map<Character, String> letters, String text) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(each -> written.append(letters.getOrDefault((char) each, String.valueOf((char) each))));
        return written.toString();
    }

    @Test
    void eachLetterComesBack() {
        for (char letter : SMALL.toCharArray()) {
            assertThat(LegacyEncoding.TCVN3.toUnicode(TO_TCVN3.get(letter))).isEqualTo(String.valueOf(letter));
            assertThat(LegacyEncoding.VNI.toUnicode(TO_VNI.get(letter))).isEqualTo(String.valueOf(letter));
            char capital = Character.toUpperCase(letter);
            assertThat(LegacyEncoding.VNI.toUnicode(TO_VNI.get(capital))).isEqualTo(String.valueOf(capital));
        }
        for (char letter : "ĂÂĐÊÔƠƯ".toCharArray()) {
            assertThat(LegacyEncoding.TCVN3.toUnicode(TO_TCVN3.get(letter))).isEqualTo(String.valueOf(letter));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Công ty trách nhiệm hữu hạn một thành viên giày Biển Xanh", "Thép Sóng Đông, đường Nguyễn Hữu Cảnh, phường Phước Thuận",
        "khu công nghiệp Mỹ Xuân; nghĩa, quyết, khoẻ, tỉnh, kỹ, lý, thuỷ"})
    void textsComeBack(String text) {
        assertThat(LegacyEncoding.TCVN3.toUnicode(written(TO_TCVN3, text))).isEqualTo(text);
        assertThat(LegacyEncoding.VNI.toUnicode(written(TO_VNI, text))).isEqualTo(text);
    }

    @Test
    void asReallyFound() {
        assertThat(LegacyEncoding.TCVN3.toUnicode("C«ng ty TNHH Tr¸ch nhiÖm h÷u h¹n")).isEqualTo("Công ty TNHH Trách nhiệm hữu hạn");
        assertThat(LegacyEncoding.TCVN3.toUnicode("C¤NG TY TR¸CH NHIÖM H÷U H¹N")).isEqualTo("CÔNG TY TRÁCH NHIỆM HỮU HẠN");
        assertThat(LegacyEncoding.VNI.toUnicode("Coâng ty Vieät Nam")).isEqualTo("Công ty Việt Nam");
        assertThat(LegacyEncoding.VNI.toUnicode("COÂNG TY ÑOÀNG NAI")).isEqualTo("CÔNG TY ĐỒNG NAI");
    }

    @Test
    void recognisedByColumn() {
        List<String> names = List.of("Công ty TNHH Giày Biển Xanh", "Công ty cổ phần Thép Sóng Đông", "Xí nghiệp may Vũng Tàu");

        assertThat(LegacyEncoding.of(names)).isNull();
        assertThat(LegacyEncoding.of(names.stream().map(name -> written(TO_TCVN3, name)).toList())).isEqualTo(LegacyEncoding.TCVN3);
        assertThat(LegacyEncoding.of(names.stream().map(name -> written(TO_VNI, name)).toList())).isEqualTo(LegacyEncoding.VNI);
        assertThat(LegacyEncoding.of(List.of("COÂNG TY MAY VUÕNG TAØU", "Steel Co., Ltd"))).isEqualTo(LegacyEncoding.VNI);
    }

    @Test
    void lettersOfTodayAreLeftAlone() {
        assertThat(LegacyEncoding.of(List.of("Hòa Bình", "Công ty Toàn Á", "Bà Rịa"))).isNull();
        assertThat(LegacyEncoding.of(List.of("Hòa Bình", "Công ty Toàn Á"))).isNull();
        assertThat(LegacyEncoding.of(List.of("Société Générale", "Müller GmbH", "São Paulo"))).isNull();
        assertThat(LegacyEncoding.of(List.of("TNHH", "Steel"))).isNull();
        assertThat(LegacyEncoding.of(List.of())).isNull();
        assertThat(LegacyEncoding.VNI.toUnicode("Bà Rịa, Toán")).isEqualTo("Bà Rịa, Toán");
    }

    @Test
    void aColumnOfBothIsRecognisedByWhatIsNotUnicode() {
        assertThat(LegacyEncoding.of(List.of("Giày Biển Xanh", "C«ng ty ThÐp", "Tr¸ch nhiÖm"))).isEqualTo(LegacyEncoding.TCVN3);
    }
}
