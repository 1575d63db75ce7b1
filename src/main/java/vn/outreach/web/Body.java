package vn.outreach.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.outreach.refusal.Refusal;

/**
 * A JSON object that was sent: every field is read by name and type, and what is wrong is refused with a sentence that
 * carries the field's Vietnamese label. An absent field, null and blank text are all "not given".
 */
public final class Body {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final Map<?, ?> json;
    private final String prefix;

    private Body(Map<?, ?> json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    /** The object sent; a field that is not among the known ones is refused, so that no typing error is swallowed. */
    public static Body of(Map<String, ?> json, Set<String> known) {
        return new Body(json, "").only(known);
    }

    /** The rows of a list that was sent, plain or as {@code items}; fields are named {@code rows[2].taxCode}. */
    public static List<Body> rows(Object json, Set<String> known) {
        Object list = json instanceof Map<?, ?> page ? page.get("items") : json;
        if (!(list instanceof List<?> rows)) {
            throw Refusal.invalid("field-type", "rows", "Nội dung gửi lên phải là một danh sách dòng.");
        }
        List<Body> bodies = new ArrayList<>();
        for (Object row : rows) {
            String prefix = "rows[%d].".formatted(bodies.size());
            if (!(row instanceof Map<?, ?> fields)) {
                throw Refusal.invalid("field-type", prefix.replace("].", "]"),
                        "Dòng %d phải là một đối tượng JSON.".formatted(bodies.size() + 1));
            }
            bodies.add(new Body(fields, prefix).only(known));
        }
        return bodies;
    }

    /** The field's name as it is told to the sender, with its row. */
    public String field(String name) {
        return prefix + name;
    }

    /** Whether the field was sent at all, if only as null: a PATCH tells these apart. */
    public boolean has(String name) {
        return json.containsKey(name);
    }

    public String text(String name, String label, int maxLength) {
        Object value = json.get(name);
        if (value != null && !(value instanceof String)) {
            throw wrongType(name, label, "chữ");
        }
        return PlainText.of(field(name), label, (String) value, maxLength);
    }

    public Integer count(String name, String label, int max) {
        return whole(name, label, 0, max);
    }

    /** A whole number between the two, both included. */
    public Integer whole(String name, String label, int min, int max) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw wrongType(name, label, "số nguyên");
        }
        if (number.doubleValue() < min || number.doubleValue() > max) {
            throw Refusal.invalid("field-range", field(name), "%s phải từ %d đến %d.".formatted(label, min, max));
        }
        return number.intValue();
    }

    public Boolean flag(String name, String label) {
        Object value = json.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrongType(name, label, "true hoặc false");
        }
        return (Boolean) value;
    }

    public LocalDate date(String name, String label) {
        String text = text(name, label, 20);
        if (text == null) {
            return null;
        }
        LocalDate date = parse(name, label, text);
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw Refusal.invalid("field-range", field(name), "%s phải trong khoảng 1900–2100.".formatted(label));
        }
        return date;
    }

    public <E extends Enum<?>> E choice(String name, String label, Class<E> choices) {
        String code = text(name, label, 100);
        if (code == null) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.name().equals(code)).findFirst()
                .orElseThrow(() -> Refusal.invalid("field-choice", field(name), "%s “%s” không có trong danh mục: %s."
                        .formatted(label, code, String.join(", ", codes(choices)))));
    }

    /** A list of texts, as it was sent; null when none was. */
    public List<String> texts(String name, String label) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw wrongType(name, label, "danh sách chữ");
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** An object whose fields are the receiver's to know; empty when none was sent. */
    public Map<String, Object> fields(String name, String label) {
        Object value = json.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw wrongType(name, label, "một đối tượng JSON");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> sent) {
            sent.forEach((key, each) -> fields.put(String.valueOf(key), each));
        }
        return fields;
    }

    /** The value, or a refusal when it was not given. */
    public <T> T required(String name, String label, T value) {
        if (value == null) {
            throw Refusal.invalid("field-missing", field(name), "Thiếu %s.".formatted(lowerCase(label)));
        }
        return value;
    }

    private Body only(Set<String> known) {
        Map<Object, Object> unknown = new LinkedHashMap<>(json);
        unknown.keySet().removeAll(known);
        if (!unknown.isEmpty()) {
            String name = String.valueOf(unknown.keySet().iterator().next());
            throw Refusal.invalid("field-unknown", field(name), "Không có trường “%s”; các trường nhận được: %s."
                    .formatted(name, String.join(", ", new TreeSet<>(known))));
        }
        return this;
    }

    private LocalDate parse(String name, String label, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrongType(name, label, "ngày dạng yyyy-MM-dd");
        }
    }

    private Refusal wrongType(String name, String label, String expected) {
        return Refusal.invalid("field-type", field(name), "%s phải là %s.".formatted(label, expected));
    }

    private static List<String> codes(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
    }

    private static String lowerCase(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
