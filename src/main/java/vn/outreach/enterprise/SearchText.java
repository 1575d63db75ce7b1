package vn.outreach.enterprise;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people type it into a search field: small letters without marks, đ as d. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {
    }

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        // The second is an Icelandic letter that looks like đ and comes out of old Vietnamese fonts.
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
    }
}
