package vn.outreach.document.draft;

import java.util.Optional;

/** The yearly plans as their papers see them: told by the package that keeps them. */
public interface YearPlans {

    /** The year whose plan this process makes; empty for another process. */
    Optional<Integer> yearOf(String processInstanceId);

    /** @throws vn.outreach.base.refusal.Refusal {@code plan-unknown} for a year that nobody has begun to plan */
    YearPlan of(int year);
}
