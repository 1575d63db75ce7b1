package vn.outreach.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.CodeList;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.TimeOfDay;
import vn.outreach.base.value.ValueType;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.base.value.YesNo;

/**
 * A process variable of a known type. Fetches what forms, messages and REST clients put into the engine; how it is
 * read, and what is refused, is its type's business ({@link KnownFields}).
 */
public final class ProcessVariable<T> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final ValueType<T> type;

    private ProcessVariable(String name, ValueType<T> type) {
        this.name = name;
        this.type = type;
    }

    /** A variable of that type. */
    static <T> ProcessVariable<T> of(String name, ValueType<T> type) {
        return new ProcessVariable<>(name, type);
    }

    /** A day, kept as {@code yyyy-MM-dd}. */
    public static ProcessVariable<LocalDate> date(String name) {
        return new ProcessVariable<>(name, KnownFields.type(name, Day.class));
    }

    /** An hour of the day, kept as {@code HH:mm}. */
    public static ProcessVariable<LocalTime> time(String name) {
        return new ProcessVariable<>(name, KnownFields.type(name, TimeOfDay.class));
    }

    /** A whole number within the field's limits. */
    public static ProcessVariable<Integer> count(String name) {
        return new ProcessVariable<>(name, KnownFields.type(name, WholeNumber.class));
    }

    /** Yes or no, kept as a Boolean. */
    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, KnownFields.type(name, YesNo.class));
    }

    /** One code of an enum, kept as its name. */
    public static <E extends Enum<E>> ProcessVariable<E> choice(String name, Class<E> codes) {
        return new ProcessVariable<>(name, Choice.of(codes));
    }

    /** Text, or the text of a code. */
    @SuppressWarnings("unchecked")
    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, (ValueType<String>) KnownFields.type(name, ValueType.class));
    }

    /** A list of codes, kept as text with commas. */
    public static ProcessVariable<List<String>> list(String name) {
        return new ProcessVariable<>(name, KnownFields.type(name, CodeList.class));
    }

    public String name() {
        return name;
    }

    /**
     * The value.
     *
     * @throws Refusal {@code field-missing}, {@code field-type}, {@code field-choice} or {@code field-range}
     */
    public T require(VariableScope scope) {
        return type.require(named(scope, name), plain(scope, name));
    }

    /** The value, or nothing when it was left out or left empty. */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(type.read(named(scope, name), plain(scope, name)));
    }

    /** The value, written back in the one form the engine keeps: forms send "true", gateways ask for a Boolean. */
    public T settle(VariableScope scope) {
        T value = require(scope);
        set(scope, value);
        return value;
    }

    /** Writes the value in the one form the engine keeps; {@code null} removes it. */
    public void set(VariableScope scope, @Nullable T value) {
        if (value == null) {
            scope.removeVariable(name);
        } else {
            scope.setVariable(name, type.kept(value));
        }
    }

    /** The field as the form of the present step or start calls it. */
    static FieldName named(VariableScope scope, String name) {
        if (!(scope instanceof DelegateExecution execution) || execution.getProcessDefinitionId() == null) {
            return KnownFields.name(name);
        }
        String process = Step.processKey(execution.getProcessDefinitionId());
        String activity = execution.getCurrentActivityId();
        String step = activity == null ? "" : Step.stepName(activity);
        boolean ofStep = activity != null && activity.startsWith(Step.RECORD_PREFIX);
        return KnownFields.name(
                name, ofStep ? process + Character.toUpperCase(step.charAt(0)) + step.substring(1) : process);
    }

    /** A variable without its engine type: Json as its tree, text in which nothing can be seen as nothing. */
    static @Nullable Object plain(VariableScope scope, String name) {
        TypedValue typed = scope.getVariableTyped(name, false);
        if (typed == null) {
            return null;
        }
        if (typed instanceof SerializableValue serial) {
            return serial.getValueSerialized() == null ? null : json(scope, name, serial.getValueSerialized());
        }
        Object value = typed.getValue();
        return value instanceof String text && Folding.isBlank(text) ? null : value;
    }

    private static Object json(VariableScope scope, String name, String serialized) {
        try {
            return JSON.readTree(serialized);
        } catch (JsonProcessingException unreadable) {
            throw named(scope, name).type("JSON đọc được");
        }
    }
}
