package vn.outreach.base.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Codes, each once: a JSON array, a collection, or text separated by commas. An empty list is none. */
public record CodeList(int most) implements ValueType<List<String>> {

    private static final Text CODE = Text.line(64);

    @Override
    public @Nullable List<String> read(FieldName name, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        List<Object> items = new ArrayList<>();
        if (raw instanceof String text) {
            items.addAll(Arrays.asList(text.split(",")));
        } else if (raw instanceof JsonNode node && node.isArray()) {
            node.forEach(item -> items.add(item.isTextual() ? item.asText() : item));
        } else if (raw instanceof Collection<?> collection) {
            items.addAll(collection);
        } else {
            throw name.type("một danh sách mã");
        }
        List<String> codes = items.stream()
                .map(item -> CODE.read(name, item))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (codes.size() > most) {
            throw name.range("có nhiều nhất %s mã".formatted(WholeNumber.shown(most)));
        }
        return codes.isEmpty() ? null : codes;
    }

    @Override
    public Object kept(List<String> value) {
        return String.join(",", value);
    }
}
