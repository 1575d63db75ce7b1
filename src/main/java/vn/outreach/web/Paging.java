package vn.outreach.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;

/** Which part of a list is asked for, in which order: {@code page}, {@code size} (up to 500) and {@code sort}. */
public record Paging(int page, int size, String orderBy) {

    private static final int DEFAULT_SIZE = 50;
    private static final WholeNumber PAGE = new WholeNumber(0, Integer.MAX_VALUE);
    private static final WholeNumber SIZE = new WholeNumber(1, 500);

    /**
     * Checks what was asked. {@code sort} is a field's name, descending with a minus before or ",desc" behind;
     * {@code columns} says which fields can be sorted by and what they are in SQL. The key column makes pages stable.
     */
    public static Paging of(
            Integer page, Integer size, @Nullable String sort, Map<String, String> columns, String key) {
        int asked = PAGE.require(new FieldName("page", "Số trang"), page == null ? 0 : page);
        return new Paging(asked, size(size), orderBy(sort, columns, key));
    }

    /** How many rows are asked for. */
    static int size(@Nullable Integer size) {
        return SIZE.require(new FieldName("size", "Cỡ trang"), size == null ? DEFAULT_SIZE : size);
    }

    public long offset() {
        return (long) page * size;
    }

    private static String orderBy(@Nullable String sort, Map<String, String> columns, String key) {
        Sorting sorting = Sorting.of(sort, columns);
        return sorting.column() == null
                ? key
                : sorting.column() + (sorting.descending() ? " desc nulls last, " : " asc nulls last, ") + key;
    }
}
