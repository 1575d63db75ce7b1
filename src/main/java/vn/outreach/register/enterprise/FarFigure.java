package vn.outreach.register.enterprise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeRow;

/** A figure of a list that is far from what the register has: forms ask about the same. */
public final class FarFigure {

    /** A smaller difference is an ordinary change. */
    private static final int LEAST_DIFFERENCE = 10;

    private FarFigure() {}

    /**
     * What is asked of it; nothing where it is near, or where nothing was known.
     *
     * @param column the field of the list
     */
    public static Optional<Finding> asked(
            IntakeRow row, String column, EnterpriseField field, int now, @Nullable Object then) {
        return then instanceof Integer before && isFar(now, before)
                ? Optional.of(row.asked(
                        "figure-far",
                        column,
                        "“%s” là %s, lần trước là %s; số này có đúng không?"
                                .formatted(field.label(), WholeNumber.shown(now), WholeNumber.shown(before))))
                : Optional.empty();
    }

    private static boolean isFar(int now, int then) {
        return Math.abs(now - then) >= LEAST_DIFFERENCE && (now > 2L * then || 2L * now < then);
    }
}
