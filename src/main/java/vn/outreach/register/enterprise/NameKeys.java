package vn.outreach.register.enterprise;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.VietnameseOrder;

/** What is kept beside a name so that databases find and sort by it. */
final class NameKeys {

    /**
     * Raise it when {@link Folding#words} or {@link VietnameseOrder#key} changes: the next start then refolds the
     * register.
     */
    static final int VERSION = 3;

    /** Width of the columns. Only single signs that stand for a whole sentence unfold to more. */
    private static final int LONGEST = 1020;

    private NameKeys() {}

    /** The text that searches look into; empty for null. */
    static String search(@Nullable String name) {
        return cut(Folding.words(name));
    }

    /** The text that lists are sorted by; null for null. */
    static @Nullable String sort(@Nullable String name) {
        return name == null ? null : cut(VietnameseOrder.key(name));
    }

    /** The text by which an enterprise of a list is recognised; empty for null. */
    static String match(@Nullable String name) {
        return cut(ListWords.name(name));
    }

    private static String cut(String key) {
        return key.length() <= LONGEST
                ? key
                : key.substring(0, key.offsetByCodePoints(0, key.codePointCount(0, LONGEST - 1)));
    }
}
