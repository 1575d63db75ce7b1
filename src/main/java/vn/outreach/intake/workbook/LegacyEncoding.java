package vn.outreach.intake.workbook;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Vietnamese was written before Unicode: letters of Western Europe in a font that draws others in their place.
 * TCVN3 (TCVN 5712:1993, fonts .VnTime) has a sign for each small letter, and draws capitals with a tone by another
 * font; VNI (fonts VNI-Times) has a letter and a sign for its marks.
 */
public enum LegacyEncoding {
    TCVN3("TCVN3 (.VnTime)") {
        @Override
        String converted(String text) {
            StringBuilder converted = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                converted.append(LegacyLetters.TCVN3.getOrDefault(sign, sign));
            }
            return LegacyLetters.inCapitals(text, converted.toString());
        }
    },
    VNI("VNI") {
        @Override
        String converted(String text) {
            StringBuilder converted = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                String pair = i + 1 < text.length() ? text.substring(i, i + 2) : "";
                Character letter = LegacyLetters.VNI_PAIRS.get(pair);
                if (letter != null) {
                    converted.append(letter.charValue());
                    i++;
                } else {
                    char sign = text.charAt(i);
                    converted.append(LegacyLetters.VNI_SINGLE.getOrDefault(sign, sign));
                }
            }
            return converted.toString();
        }
    };

    /** Of the words with letters outside of ASCII, how many must be syllables once converted. */
    private static final double ENOUGH = 0.8;
    /** And how many may be syllables as they stand. */
    private static final double FEW = 0.5;

    /** So many texts tell it as well as all of a long column. */
    private static final int ASKED = 500;

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{S}\\p{Po}\\p{No}\\p{Sk}\\p{Pi}\\p{Pf}\\u00ad&&[^ -@\\[-`{-~]]+");

    private final String label;

    LegacyEncoding(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The text in the letters of Unicode; a text that has some already stays as it is. */
    public String toUnicode(String text) {
        return isUnicode(text) ? text : converted(text);
    }

    abstract String converted(String text);

    /** In which of them these texts are written, those of Unicode left aside; null where none is or nobody can tell. */
    static @Nullable LegacyEncoding of(Collection<String> all) {
        List<String> texts = all.stream()
                .filter(text -> !isUnicode(text) && text.chars().anyMatch(each -> each > 0x7f))
                .limit(ASKED)
                .toList();
        double asTheyStand = syllables(texts, null);
        if (Double.isNaN(asTheyStand) || asTheyStand >= FEW) {
            return null;
        }
        LegacyEncoding best = null;
        double most = ENOUGH;
        for (LegacyEncoding each : values()) {
            double share = syllables(texts, each);
            if (share >= most) {
                best = each;
                most = share;
            }
        }
        return best;
    }

    /** Vietnamese letters that no Western font has. */
    private static boolean isUnicode(String text) {
        return text.chars().anyMatch(each -> each >= 0x1ea0 && each <= 0x1ef9 || each >= 0x0102 && each <= 0x01b0);
    }

    /** The share of syllables among the words with letters outside of ASCII; no number where there are none. */
    private static double syllables(Collection<String> texts, @Nullable LegacyEncoding encoding) {
        int words = 0;
        int syllables = 0;
        for (String text : texts) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                if (word.group().chars().allMatch(each -> each < 0x80)) {
                    continue;
                }
                words++;
                String read = encoding == null ? word.group() : encoding.toUnicode(word.group());
                syllables += Syllables.isOne(read.toLowerCase(Locale.ROOT)) ? 1 : 0;
            }
        }
        return words == 0 ? Double.NaN : (double) syllables / words;
    }
}
