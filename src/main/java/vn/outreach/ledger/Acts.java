package vn.outreach.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.outreach.refusal.Refusal;

/** The date rules of lifecycle.md §1: acts lie in the past and in order, plans lie in the future. A missing date passes. */
public final class Acts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Acts() {
    }

    /** An act that is reported has happened. */
    public static void notFuture(String field, String label, LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            throw Refusal.invalid("date-future", field, "%s (%s) không được ở sau hôm nay (%s)."
                    .formatted(label, DAY.format(date), DAY.format(today)));
        }
    }

    /** An act does not come before the act it follows; {@code what} names that act: "ngày họp chi bộ". */
    public static void notBefore(String field, String label, LocalDate date, LocalDate earlier, String what) {
        if (date != null && earlier != null && date.isBefore(earlier)) {
            throw Refusal.invalid("date-order", field, "%s (%s) không được trước %s (%s)."
                    .formatted(label, DAY.format(date), what, DAY.format(earlier)));
        }
    }

    /** A planned day is today or later. */
    public static void planned(String field, String label, LocalDate date, LocalDate today) {
        if (date != null && date.isBefore(today)) {
            throw Refusal.invalid("date-past", field, "%s (%s) phải từ hôm nay (%s) trở đi."
                    .formatted(label, DAY.format(date), DAY.format(today)));
        }
    }
}
