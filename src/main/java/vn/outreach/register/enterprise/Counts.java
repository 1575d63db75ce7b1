package vn.outreach.register.enterprise;

import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;

/** Limits of counted people: a part is never more than the whole it belongs to. */
public final class Counts {

    private Counts() {}

    /** A count of people who work in the enterprise; passes while the register does not know how many there are. */
    public static void notAboveWorkers(FieldName name, int count, Enterprise enterprise) {
        notAbove(name, count, enterprise.workers(), "số lao động trong sổ đăng ký");
    }

    /** {@code what} names the whole: "số đơn đã ký"; an unknown whole (null) passes. */
    public static void notAbove(FieldName name, int count, @Nullable Integer most, String what) {
        notAbove(name, name.label(), count, most, what);
    }

    /** The same where the sentence speaks of another figure than the field that is wrong. */
    static void notAbove(FieldName name, String label, int count, @Nullable Integer most, String what) {
        if (most != null && count > most) {
            throw new FieldName(name.field(), label)
                    .range("là %s, nhiều hơn %s (%s)"
                            .formatted(WholeNumber.shown(count), what, WholeNumber.shown(most)));
        }
    }
}
