package vn.outreach.register.zone;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.WordList;

/** When two texts are the same zone without being asked ({@code words/zones.properties}). */
public final class ZoneWords {

    /** Raise it when the words or {@code Folding.words} change: the next start then folds the spellings anew. */
    static final int VERSION = 1;

    private static final WordList WORDS =
            WordList.of(WordList.file("zones.properties").getProperty("words"));

    private ZoneWords() {}

    /** The text without marks, case and the words before a zone's name; empty for null. */
    public static String key(@Nullable String zone) {
        return WORDS.without(zone);
    }
}
