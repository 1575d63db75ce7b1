package vn.outreach.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
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
        int length = SIZE.require(new FieldName("size", "Cỡ trang"), size == null ? DEFAULT_SIZE : size);
        return new Paging(asked, length, orderBy(sort, columns, key));
    }

    public long offset() {
        return (long) page * size;
    }

    private static String orderBy(@Nullable String sort, Map<String, String> columns, String key) {
        if (sort == null || sort.isBlank()) {
            return key;
        }
        boolean descending = sort.startsWith("-") || sort.endsWith(",desc");
        String field = sort.replaceFirst("^[-+]", "").replaceFirst(",(asc|desc)$", "");
        String column = columns.get(field);
        if (column == null) {
            throw Refusal.invalid(
                    "field-choice",
                    "sort",
                    "Không sắp xếp được theo “%s”; chọn một trong: %s."
                            .formatted(
                                    field,
                                    String.join(
                                            ", ",
                                            columns.keySet().stream().sorted().toList())));
        }
        return column + (descending ? " desc nulls last, " : " asc nulls last, ") + key;
    }
}
