package vn.outreach.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import vn.outreach.OutreachApplication;
import vn.outreach.refusal.Refusal;

/**
 * A typed process variable with its Vietnamese label. Reads what forms and REST clients send in the types of
 * lifecycle.md §1 "Field types", and refuses everything else with a sentence that names the field.
 */
public final class Field<T> {

    private static final int MOST = 10_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String label;
    private final Function<Object, T> reader;
    private final Function<T, Object> writer;

    private Field(String name, String label, Function<Object, T> reader, Function<T, Object> writer) {
        this.name = name;
        this.label = label;
        this.reader = reader;
        this.writer = writer;
    }

    /** A day, kept as {@code yyyy-MM-dd}; an engine {@code Date} is accepted. */
    public static Field<LocalDate> date(String name, String label) {
        return new Field<>(name, label, value -> readDate(name, label, value), LocalDate::toString);
    }

    /** A whole number from 0; Integer, Long, whole Double and digits are accepted. */
    public static Field<Integer> count(String name, String label) {
        return new Field<>(name, label, value -> readCount(name, label, value), count -> count);
    }

    /** Yes or no; forms send "true" or "false" where nobody may answer by overlooking a box. */
    public static Field<Boolean> flag(String name, String label) {
        return new Field<>(name, label, value -> readFlag(name, label, value), flag -> flag);
    }

    /** One code of an enum, kept as its name. */
    public static <E extends Enum<E>> Field<E> choice(String name, String label, Class<E> codes) {
        return new Field<>(name, label, value -> readChoice(name, label, codes, value), Enum::name);
    }

    /** Text of at most {@code longest} characters, NFC. */
    public static Field<String> text(String name, String label, int longest) {
        return new Field<>(name, label, value -> readText(name, label, longest, value), text -> text);
    }

    /** A list of codes: a Json array or text separated by commas. */
    public static Field<List<String>> list(String name, String label) {
        return new Field<>(name, label, value -> readList(name, label, value), list -> String.join(",", list));
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /**
     * The value.
     *
     * @throws Refusal {@code field-missing}, {@code field-type}, {@code field-choice} or {@code field-range}
     */
    public T require(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> Refusal.invalid("field-missing", name, "Thiếu “" + label + "” (" + name + ")."));
    }

    /** The value, or nothing when it was left out or left empty. */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(plain(scope, name)).map(reader);
    }

    /** The value, written back in the one form the engine keeps: forms send "true", gateways ask for a Boolean. */
    public T settle(VariableScope scope) {
        T value = require(scope);
        set(scope, value);
        return value;
    }

    /** Writes the value in the one form the engine keeps; {@code null} removes it. */
    public void set(VariableScope scope, T value) {
        if (value == null) {
            scope.removeVariable(name);
        } else {
            scope.setVariable(name, writer.apply(value));
        }
    }

    /** A variable without its engine type: Json as its tree, empty text as nothing. */
    static Object plain(VariableScope scope, String name) {
        TypedValue typed = scope.getVariableTyped(name, false);
        if (typed == null) {
            return null;
        }
        if (typed instanceof SerializableValue serial) {
            return serial.getValueSerialized() == null ? null : json(name, serial.getValueSerialized());
        }
        Object value = typed.getValue();
        return value instanceof String text && text.isBlank() ? null : value;
    }

    private static Object json(String name, String serialized) {
        try {
            return JSON.readTree(serialized);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalid("field-type", name, "Không đọc được giá trị của " + name + ".");
        }
    }

    private static LocalDate readDate(String name, String label, Object value) {
        if (value instanceof Date date) {
            ZoneId zone = OutreachApplication.ZONE.toZoneId();
            return date.toInstant().atZone(zone).toLocalDate();
        }
        try {
            return LocalDate.parse(String.valueOf(value).strip());
        } catch (DateTimeParseException wrong) {
            throw wrongType(name, label, "một ngày viết yyyy-MM-dd");
        }
    }

    private static Integer readCount(String name, String label, Object value) {
        double number;
        if (value instanceof Number given) {
            number = given.doubleValue();
        } else if (value instanceof String text && text.strip().matches("\\d{1,9}")) {
            number = Integer.parseInt(text.strip());
        } else {
            throw wrongType(name, label, "một số nguyên");
        }
        if (number != Math.rint(number)) {
            throw wrongType(name, label, "một số nguyên");
        }
        if (number < 0 || number > MOST) {
            throw Refusal.invalid(
                    "field-range", name, "“" + label + "” (" + name + ") phải từ 0 đến " + MOST + ".");
        }
        return (int) number;
    }

    private static Boolean readFlag(String name, String label, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if ("true".equals(value) || "false".equals(value)) {
            return Boolean.valueOf((String) value);
        }
        throw wrongType(name, label, "có hoặc không (true/false)");
    }

    private static <E extends Enum<E>> E readChoice(String name, String label, Class<E> codes, Object value) {
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(value)) {
                return code;
            }
        }
        String known = Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Refusal.invalid(
                "field-choice", name, "“" + label + "” (" + name + ") phải là một trong: " + known + ".");
    }

    private static String readText(String name, String label, int longest, Object value) {
        if (!(value instanceof String text) || text.indexOf('\0') >= 0) {
            throw wrongType(name, label, "chữ");
        }
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (composed.length() > longest) {
            throw Refusal.invalid(
                    "field-range", name, "“" + label + "” (" + name + ") dài quá " + longest + " ký tự.");
        }
        return composed;
    }

    private static List<String> readList(String name, String label, Object value) {
        List<String> list = new ArrayList<>();
        if (value instanceof String text) {
            list.addAll(Arrays.asList(text.split(",")));
        } else if (value instanceof JsonNode node && node.isArray()) {
            node.forEach(item -> list.add(item.asText()));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> list.add(String.valueOf(item)));
        } else {
            throw wrongType(name, label, "một danh sách mã");
        }
        return list.stream().map(String::strip).filter(item -> !item.isEmpty()).distinct().toList();
    }

    private static Refusal wrongType(String name, String label, String wanted) {
        return Refusal.invalid("field-type", name, "“" + label + "” (" + name + ") phải là " + wanted + ".");
    }
}
