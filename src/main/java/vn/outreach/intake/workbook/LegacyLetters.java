package vn.outreach.intake.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The letters of TCVN3 and VNI, as programs of today show them that take them for Windows-1252. */
final class LegacyLetters {

    static final Map<Character, Character> TCVN3 = new HashMap<>();
    static final Map<String, Character> VNI_PAIRS = new HashMap<>();
    static final Map<Character, Character> VNI_SINGLE = new HashMap<>();

    static {
        tcvn3("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ");
        tcvn3("¨©ª«¬\u00ad®", "ăâêôơưđ");
        tcvn3("µ¶·¸¹", "àảãáạ");
        tcvn3("»¼½¾Æ", "ằẳẵắặ");
        tcvn3("ÇÈÉÊË", "ầẩẫấậ");
        tcvn3("ÌÎÏÐÑ", "èẻẽéẹ");
        tcvn3("ÒÓÔÕÖ", "ềểễếệ");
        tcvn3("×ØÜÝÞ", "ìỉĩíị");
        tcvn3("ßáâãä", "òỏõóọ");
        tcvn3("åæçèé", "ồổỗốộ");
        tcvn3("êëìíî", "ờởỡớợ");
        tcvn3("ïñòóô", "ùủũúụ");
        tcvn3("õö÷øù", "ừửữứự");
        tcvn3("úûüýþ", "ỳỷỹýỵ");

        String tones = "øûõùï";
        vni("a", tones, "àảãáạ");
        vni("a", "êèúüéë", "ăằẳẵắặ");
        vni("a", "âàåãáä", "âầẩẫấậ");
        vni("e", tones, "èẻẽéẹ");
        vni("e", "âàåãáä", "êềểễếệ");
        vni("o", tones, "òỏõóọ");
        vni("o", "âàåãáä", "ôồổỗốộ");
        vni("ô", tones, "ờởỡớợ");
        vni("u", tones, "ùủũúụ");
        vni("ö", tones, "ừửữứự");
        vni("y", "øûõù", "ỳỷỹý");
        single("ñôöìæóíòî", "đơưìỉĩíịỵ");
    }

    private LegacyLetters() {}

    /**
     * A word of TCVN3 whose letters without tone are all capitals is in capitals: the font alone drew those with a
     * tone.
     */
    static String inCapitals(String written, String converted) {
        StringBuilder result = new StringBuilder(converted);
        // Where a word has only one such letter, the others say it.
        boolean allInCapitals = written.chars().noneMatch(sign -> sign >= 'a' && sign <= 'z');
        int from = 0;
        while (from < written.length()) {
            int to = from;
            int capitals = 0;
            boolean small = false;
            while (to < written.length() && !Character.isWhitespace(written.charAt(to))) {
                char sign = written.charAt(to++);
                capitals += sign >= 'A' && sign <= 'Z' || sign >= '¡' && sign <= '§' ? 1 : 0;
                small |= sign >= 'a' && sign <= 'z';
            }
            if (!small && (capitals > 1 || capitals == 1 && allInCapitals && to - from > 1)) {
                result.replace(from, to, converted.substring(from, to).toUpperCase(Locale.ROOT));
            }
            from = to + 1;
        }
        return result.toString();
    }

    private static void tcvn3(String signs, String letters) {
        for (int i = 0; i < signs.length(); i++) {
            TCVN3.put(signs.charAt(i), letters.charAt(i));
        }
    }

    private static void vni(String letter, String marks, String letters) {
        for (int i = 0; i < marks.length(); i++) {
            String pair = letter + marks.charAt(i);
            VNI_PAIRS.put(pair, letters.charAt(i));
            VNI_PAIRS.put(upper(pair), upper(letters.substring(i, i + 1)).charAt(0));
            // A capital with a small mark, as people type who hold the key for one letter only.
            VNI_PAIRS.put(
                    upper(letter) + marks.charAt(i),
                    upper(letters.substring(i, i + 1)).charAt(0));
        }
    }

    private static void single(String signs, String letters) {
        for (int i = 0; i < signs.length(); i++) {
            VNI_SINGLE.put(signs.charAt(i), letters.charAt(i));
            VNI_SINGLE.put(upper(signs).charAt(i), upper(letters).charAt(i));
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
