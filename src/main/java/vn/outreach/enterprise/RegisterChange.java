package vn.outreach.enterprise;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;

/** New values for some fields of an enterprise. Text becomes NFC, choices become their codes. */
public final class RegisterChange {

    private final Map<EnterpriseField, Object> values = new EnumMap<>(EnterpriseField.class);

    /** Sets the field, also to null. */
    public RegisterChange set(EnterpriseField field, Object value) {
        values.put(field, stored(value));
        return this;
    }

    /** Sets the field only when there is a value: a form field left empty changes nothing. */
    public RegisterChange setIfGiven(EnterpriseField field, Object value) {
        return value == null ? this : set(field, value);
    }

    Map<EnterpriseField, Object> values() {
        return values;
    }

    private static Object stored(Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        return value instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : value;
    }
}
