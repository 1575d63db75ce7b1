package vn.outreach.intake.workbook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.outreach.base.text.Folding;

/** What a Vietnamese syllable may be: an onset, and a rhyme of those that the language has. */
final class Syllables {

    private static final Pattern PARTS = Pattern.compile(
            "(ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|f|j|w|z)?([aăâeêioôơuưy].*)");
    private static final Set<String> RHYMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
                            + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng "
                            + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
                            + "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                            + "u ua uân uâng uât uây uê uêch uênh uc ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh "
                            + "uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
                            + "y yêm yên yêng yêt yêu ynh ych yt")
                    .split(" "));
    /** Tones, which stand on one letter each and make no other rhyme. */
    private static final String[] TONES = {
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ"
    };

    /** The letter of Iceland, which some keyboards write for đ. */
    private static final char ETH = 'ð';

    private Syllables() {}

    /** @param word in small letters */
    static boolean isOne(String word) {
        StringBuilder toneless = new StringBuilder();
        int tones = 0;
        for (char letter : Folding.composed(word.replace(ETH, 'đ')).toCharArray()) {
            char plain = plain(letter);
            tones += plain == letter ? 0 : 1;
            toneless.append(plain);
        }
        Matcher parts = PARTS.matcher(toneless);
        return tones <= 1
                && parts.matches()
                && (RHYMES.contains(parts.group(2))
                        || toneless.indexOf("gi") == 0 && RHYMES.contains(toneless.substring(1)));
    }

    private static char plain(char letter) {
        for (String row : TONES) {
            if (row.indexOf(letter) >= 0) {
                return row.charAt(0);
            }
        }
        return letter;
    }
}
