package vn.outreach.register.enterprise;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;

/** New values for some fields of an enterprise. Text becomes NFC, choices become their codes. */
public final class RegisterChange {

    private final Map<EnterpriseField, Object> values = new EnumMap<>(EnterpriseField.class);
    private final Map<EnterpriseField, FieldName> names = new EnumMap<>(EnterpriseField.class);
    private @Nullable LocalDate trueOn;
    private @Nullable String source;

    /** The values were found on this day, not on the day on which they are written. */
    public RegisterChange foundOn(LocalDate day) {
        trueOn = day;
        return this;
    }

    /** The values stand in a list: its file and row, as people read it. */
    public RegisterChange from(String list) {
        source = list;
        return this;
    }

    /**
     * The name by which the field was sent, where that is not the register's own: a refusal must name what was sent.
     */
    public RegisterChange sentAs(EnterpriseField field, String sent) {
        names.put(field, KnownFields.name(sent));
        return this;
    }

    /** Sets the field, also to null. */
    public RegisterChange set(EnterpriseField field, @Nullable Object value) {
        values.put(field, stored(value));
        return this;
    }

    /** Sets the field only when there is a value: a form field left empty changes nothing. */
    public RegisterChange setIfGiven(EnterpriseField field, @Nullable Object value) {
        return value == null ? this : set(field, value);
    }

    Map<EnterpriseField, Object> values() {
        return values;
    }

    FieldName name(EnterpriseField field) {
        return names.getOrDefault(field, new FieldName(field.json(), field.label()));
    }

    /** What is text among the values, by the fields' names. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (value instanceof String text) {
                texts.put(field.json(), text);
            }
        });
        return texts;
    }

    /** The fields that are set to something. */
    List<EnterpriseField> given() {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The day on which the values were true; null for the day of the entry. */
    @Nullable
    LocalDate trueOn() {
        return trueOn;
    }

    /** The list that the values came from; null for none. */
    @Nullable
    String source() {
        return source;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        return value instanceof String text ? Folding.composed(text) : value;
    }
}
