package vn.outreach.register.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;

/**
 * The date rules of lifecycle.md §1: acts lie in the past and in order, plans lie in the future. A missing date passes.
 */
public final class DateRules {

    private static final int PLANNED_YEARS = 5;

    private DateRules() {}

    /** An act that is reported has happened. */
    public static void notFuture(FieldName name, @Nullable LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            throw wrong("date-future", name, date, "không được ở sau hôm nay (%s)".formatted(Day.shown(today)));
        }
    }

    /** An act does not come before the act it follows; {@code what} names that act: "ngày họp chi bộ". */
    public static void notBefore(FieldName name, @Nullable LocalDate date, @Nullable LocalDate earlier, String what) {
        if (date != null && earlier != null && date.isBefore(earlier)) {
            throw wrong("date-order", name, date, "không được trước %s (%s)".formatted(what, Day.shown(earlier)));
        }
    }

    /**
     * A planned day is today or later, and within {@value #PLANNED_YEARS} years: what lies further is a slip of the
     * pen.
     */
    public static void planned(FieldName name, LocalDate date, LocalDate today) {
        if (date != null && date.isBefore(today)) {
            throw wrong("date-past", name, date, "phải từ hôm nay (%s) trở đi".formatted(Day.shown(today)));
        }
        notTooFar(name, date, today);
    }

    /** The end of planning by itself, for a day that may also lie in the past. */
    public static void notTooFar(FieldName name, @Nullable LocalDate date, LocalDate today) {
        LocalDate last = today.plusYears(PLANNED_YEARS);
        if (date != null && date.isAfter(last)) {
            throw wrong(
                    "field-range",
                    name,
                    date,
                    "không được sau %s, tức quá %s năm nữa"
                            .formatted(Day.shown(last), WholeNumber.shown(PLANNED_YEARS)));
        }
    }

    private static Refusal wrong(String code, FieldName name, LocalDate date, String rule) {
        return Refusal.invalid(code, name.field(), "“%s” (%s) %s.".formatted(name.label(), Day.shown(date), rule));
    }
}
