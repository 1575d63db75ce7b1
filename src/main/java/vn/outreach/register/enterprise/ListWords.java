package vn.outreach.register.enterprise;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.WordList;

/** What lists write for names and choices ({@code words/list-values.properties}). */
final class ListWords {

    private static final Properties WORDS = WordList.file("list-values.properties");
    private static final WordList LEGAL = WordList.of(WORDS.getProperty("legal.words"));
    private static final Map<String, Ownership> OWNERSHIP = ownership();

    private ListWords() {}

    /** A name without marks, case and words of legal forms; two names that are equal so may be one enterprise. */
    static String name(@Nullable String name) {
        return LEGAL.without(name);
    }

    /** What a list says of the ownership; null for words that nobody knows. */
    static @Nullable Ownership ownership(String text) {
        return OWNERSHIP.get(Folding.words(text));
    }

    private static Map<String, Ownership> ownership() {
        Map<String, Ownership> words = new HashMap<>();
        for (Ownership each : Ownership.values()) {
            words.put(Folding.words(each.name()), each);
            words.put(Folding.words(each.label()), each);
            for (String word : WORDS.getProperty("ownership." + each.name()).split("\\|")) {
                words.put(Folding.words(word), each);
            }
        }
        return words;
    }
}
