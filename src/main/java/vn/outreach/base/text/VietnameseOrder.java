package vn.outreach.base.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * The order of Vietnamese dictionaries: a ă â, d đ, e ê, o ô ơ, u ư, word by word, and only then the tones (none,
 * huyền, hỏi, ngã, sắc, nặng). {@link #key} is the same order as text that databases compare sign by sign; both are of
 * this one rule, so that a list read from a table and one sorted in Java agree whatever the computer's language data.
 */
public final class VietnameseOrder implements Comparator<String> {

    public static final VietnameseOrder BY_NAME = new VietnameseOrder();

    /** People, as lists of names are kept here: by the given name, which comes last, then by the family name. */
    public static final Comparator<String> OF_PEOPLE = Comparator.comparing(
                    (String name) -> name.substring(name.strip().lastIndexOf(' ') + 1), BY_NAME)
            .thenComparing(BY_NAME);

    /** After the letters: lower than whatever a letter may be followed by, so that the shorter name comes first. */
    private static final String TONES_FOLLOW = "  ";

    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final Map<Integer, Character> QUALITIES = Map.of(0x0306, '2', 0x0302, '3', 0x031B, '4');

    private VietnameseOrder() {}

    @Override
    public int compare(String one, String other) {
        int order = key(one).compareTo(key(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    /** Text whose order sign by sign is the order of the names; empty for text without letters and digits. */
    public static String key(String text) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        char tone = '0';
        String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int[] signs = Normalizer.normalize(small, Normalizer.Form.NFD)
                .codePoints()
                .filter(each -> !Characters.isFormat(each))
                .map(Characters::plain)
                .toArray();
        for (int sign : signs) {
            if (Characters.isTone(sign)) {
                tone = (char) ('1' + TONES.indexOf(sign));
            } else if (QUALITIES.containsKey(sign) && !letters.isEmpty()) {
                letters.setCharAt(letters.length() - 1, QUALITIES.get(sign));
            } else if (Character.isLetterOrDigit(sign)) {
                letters.appendCodePoint(sign == 'đ' ? 'd' : sign).append(sign == 'đ' ? '2' : '1');
            } else if (!Characters.isMark(sign) && !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
                tones.append(tone);
                tone = '0';
            }
        }
        return letters.toString().endsWith(" ")
                ? letters.toString().strip() + TONES_FOLLOW + tones
                : letters + TONES_FOLLOW + tones + tone;
    }
}
