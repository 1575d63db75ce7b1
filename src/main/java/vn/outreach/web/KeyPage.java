package vn.outreach.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of which nobody counts how long it is.
 *
 * @param next what {@code after} is to be for the rows that follow; null where there are none
 */
public record KeyPage<T>(
        List<T> items, int size, boolean hasMore, @Nullable String next) {

    /** Of rows that were found up to one more than {@code size}. */
    public static <T> KeyPage<T> of(List<T> found, int size, Function<T, Object> key) {
        boolean hasMore = found.size() > size;
        List<T> items = hasMore ? List.copyOf(found.subList(0, size)) : found;
        return new KeyPage<>(
                items, size, hasMore, hasMore ? key.apply(items.get(size - 1)).toString() : null);
    }

    /** The same part with its rows shown otherwise. */
    public KeyPage<T> showing(Function<T, T> shown) {
        return new KeyPage<>(items.stream().map(shown).toList(), size, hasMore, next);
    }
}
