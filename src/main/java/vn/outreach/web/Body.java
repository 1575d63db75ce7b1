package vn.outreach.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.ValueType;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.base.value.YesNo;

/**
 * A JSON object that was sent, or the parameters of a query: fetches each field by its name and has it read by its
 * type, which refuses what is wrong. An absent field, null and blank text are all "not given".
 */
public final class Body {

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

    /** One parameter of a query. */
    public static <T> @Nullable T parameter(String name, String label, @Nullable String text, ValueType<T> type) {
        return type.read(new FieldName(name, label), text);
    }

    /** The rows of a list that was sent, plain or as {@code items}; fields are named {@code rows[2].taxCode}. */
    public static List<Body> rows(Object json, Set<String> known) {
        return list(json instanceof Map<?, ?> page ? page.get("items") : json, "rows", known);
    }

    /** The rows of a list within an object; fields are named by the list, {@code unitTargets[2].unit}. */
    public static List<Body> list(@Nullable Object list, String name, Set<String> known) {
        if (!(list instanceof List<?> rows)) {
            throw Refusal.invalid("field-type", name, "Nội dung gửi lên phải là một danh sách dòng.");
        }
        List<Body> bodies = new ArrayList<>();
        for (Object row : rows) {
            String prefix = "%s[%d].".formatted(name, bodies.size());
            if (!(row instanceof Map<?, ?> fields)) {
                throw Refusal.invalid(
                        "field-type",
                        prefix.replace("].", "]"),
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

    /** The value of that type; null when none was sent. */
    public <T> @Nullable T read(String name, String label, ValueType<T> type) {
        return type.read(named(name, label), json.get(name));
    }

    /** The value of a field that forms have too, within the same limits. */
    public <T> @Nullable T known(String name, Class<? extends ValueType<T>> kind) {
        return KnownFields.type(name, kind)
                .read(new FieldName(field(name), KnownFields.name(name).label()), json.get(name));
    }

    /** Text on one line. */
    public @Nullable String text(String name, String label, int longest) {
        return read(name, label, Text.line(longest));
    }

    /** Text that may have several lines. */
    public @Nullable String lines(String name, String label, int longest) {
        return read(name, label, Text.lines(longest));
    }

    public @Nullable Integer count(String name, String label, int most) {
        return whole(name, label, 0, most);
    }

    /** A whole number between the two, both included. */
    public @Nullable Integer whole(String name, String label, int least, int most) {
        return read(name, label, new WholeNumber(least, most));
    }

    public @Nullable Boolean flag(String name, String label) {
        return read(name, label, new YesNo());
    }

    public @Nullable LocalDate date(String name, String label) {
        return read(name, label, new Day());
    }

    public <E extends Enum<?>> @Nullable E choice(String name, String label, Class<E> choices) {
        return read(name, label, Choice.of(choices));
    }

    /** A list of texts, as it was sent; null when none was. */
    public @Nullable List<String> texts(String name, String label) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw named(name, label).type("danh sách chữ");
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** An object whose fields are the receiver's to know; empty when none was sent. */
    public Map<String, Object> fields(String name, String label) {
        Object value = json.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw named(name, label).type("một đối tượng JSON");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> sent) {
            sent.forEach((key, each) -> fields.put(String.valueOf(key), each));
        }
        return fields;
    }

    /** An object within this one; its fields are named {@code changes.unit}. */
    public Body object(String name, String label, Set<String> known) {
        return new Body(required(name, label, json.get(name) == null ? null : fields(name, label)), field(name) + ".")
                .only(known);
    }

    /** The value, or a refusal when it was not given. */
    public <T> T required(String name, String label, @Nullable T value) {
        if (value == null) {
            throw named(name, label).missing();
        }
        return value;
    }

    private Body only(Set<String> known) {
        Map<Object, Object> unknown = new LinkedHashMap<>(json);
        unknown.keySet().removeAll(known);
        if (!unknown.isEmpty()) {
            String name = String.valueOf(unknown.keySet().iterator().next());
            throw Refusal.invalid(
                    "field-unknown",
                    field(name),
                    "Không có trường “%s”; các trường nhận được: %s."
                            .formatted(name, String.join(", ", new TreeSet<>(known))));
        }
        return this;
    }

    private FieldName named(String name, String label) {
        return new FieldName(field(name), label);
    }
}
