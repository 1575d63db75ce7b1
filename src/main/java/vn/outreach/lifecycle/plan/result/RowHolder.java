package vn.outreach.lifecycle.plan.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.outreach.lifecycle.plan.row.PlanRow;

/** Who has a row of the plan: the member who is responsible, and the unit; null where the row names none. */
record RowHolder(@Nullable String member, @Nullable String unit) {

    static RowHolder of(PlanRow row) {
        return new RowHolder(row.responsibleMember(), row.unit());
    }

    /** What is null asks for nobody in particular, what is empty for rows that name none. */
    boolean is(@Nullable String wantedMember, @Nullable String wantedUnit) {
        return same(wantedMember, member) && same(wantedUnit, unit);
    }

    private static boolean same(@Nullable String wanted, @Nullable String has) {
        return wanted == null || wanted.equals(Objects.requireNonNullElse(has, ""));
    }
}
