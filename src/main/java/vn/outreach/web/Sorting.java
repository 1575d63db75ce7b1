package vn.outreach.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * What {@code sort} says: a field's name, descending with a minus before or ",desc" behind.
 *
 * @param column null where nothing was asked
 */
record Sorting(@Nullable String column, boolean descending) {

    static Sorting of(@Nullable String sort, Map<String, String> columns) {
        if (sort == null || sort.isBlank()) {
            return new Sorting(null, false);
        }
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
        return new Sorting(column, sort.startsWith("-") || sort.endsWith(",desc"));
    }

    String columnOr(String key) {
        return column == null ? key : column;
    }
}
