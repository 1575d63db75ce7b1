package vn.outreach.lifecycle.plan;

/** What a year's plan wants to reach; a missed target is shown as missed (domain.md §7.3). */
record PlanTargets(int surveys, int meetings, int unions, int cells, int admissions) {}
