package vn.outreach.enterprise;

import vn.outreach.refusal.Refusal;

/** Limits of counted people: a part is never more than the whole it belongs to. */
public final class Counts {

    private Counts() {
    }

    /** A count of people who work in the enterprise; passes while the register does not know how many there are. */
    public static void notAboveWorkers(String field, String label, int count, Enterprise enterprise) {
        notAbove(field, label, count, enterprise.workers(), "số lao động trong sổ đăng ký");
    }

    /** {@code what} names the whole: "số đơn đã ký"; an unknown whole (null) passes. */
    public static void notAbove(String field, String label, int count, Integer most, String what) {
        if (most != null && count > most) {
            throw Refusal.invalid("field-range", field, "“%s” (%s) là %d, nhiều hơn %s (%d)."
                    .formatted(label, field, count, what, most));
        }
    }

    public static void atLeast(String field, String label, int count, int least) {
        if (count < least) {
            throw Refusal.invalid("field-range", field, "“%s” (%s) phải từ %d trở lên."
                    .formatted(label, field, least));
        }
    }
}
