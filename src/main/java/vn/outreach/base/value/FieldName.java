package vn.outreach.base.value;

import vn.outreach.base.refusal.Refusal;

/**
 * A field that somebody filled in: the name that clients send, for machines, and the label that people see. Its
 * refusals name the label in the sentence and the field as data.
 */
public record FieldName(String field, String label) {

    /** {@code field-missing}: nothing was given where something must be. */
    public Refusal missing() {
        return Refusal.invalid("field-missing", field, "Thiếu “%s”.".formatted(label));
    }

    /** {@code field-type}; {@code wanted} ends the sentence: "một số nguyên". */
    public Refusal type(String wanted) {
        return Refusal.invalid("field-type", field, "“%s” phải là %s.".formatted(label, wanted));
    }

    /** {@code field-choice}; {@code known} lists what may be chosen. */
    public Refusal choice(String known) {
        return Refusal.invalid("field-choice", field, "“%s” phải là một trong: %s.".formatted(label, known));
    }

    /** {@code field-range}; {@code limits} ends the sentence: "phải từ 0 đến 9". */
    public Refusal range(String limits) {
        return Refusal.invalid("field-range", field, "“%s” %s.".formatted(label, limits));
    }
}
