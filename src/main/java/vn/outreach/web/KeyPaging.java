package vn.outreach.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list come after one that is known by its key: nothing is counted and nothing is skipped, so that the
 * last rows of a long list cost what its first cost. Rows can be sorted by columns that always have a value; equal ones
 * follow by their key, in the same direction.
 *
 * @param after the key of the last row that was answered; null for the list's beginning
 */
public record KeyPaging<K>(@Nullable K after, int size, String column, String key, boolean descending) {

    /**
     * Checks what was asked: {@code size} and {@code sort} as {@link Paging} reads them.
     *
     * @param columns the fields that can be sorted by, and what they are in SQL
     */
    public static <K> KeyPaging<K> of(
            @Nullable K after, @Nullable Integer size, @Nullable String sort, Map<String, String> columns, String key) {
        Sorting sorting = Sorting.of(sort, columns);
        return new KeyPaging<>(after, Paging.size(size), sorting.columnOr(key), key, sorting.descending());
    }

    /**
     * The condition of rows behind {@code :after} in this table, from {@code and} on; empty for the list's beginning.
     */
    public String condition(String table) {
        if (after == null) {
            return "";
        }
        String sign = descending ? "<" : ">";
        if (column.equals(key)) {
            return " and %s %s :after".formatted(key, sign);
        }
        return " and (%1$s, %2$s) %3$s ((select %1$s from %4$s where %2$s = :after), :after)"
                .formatted(column, key, sign, table);
    }

    /** The order, and the first {@code :size} of it. */
    public String order() {
        String way = descending ? " desc" : "";
        String columns = column.equals(key) ? key + way : column + way + ", " + key + way;
        return " order by " + columns + " fetch next :size rows only";
    }

    /** How many rows are read: one more than asked tells whether there are more. */
    public int read() {
        return size + 1;
    }
}
