/**
 * The year's plan: drafted, approved, ranked, then started row by row (annualPlan).
 * A started row is a case of outreachcase/; nothing of its course is here.
 * Begin at AnnualPlanService.
 */
@NullMarked
package vn.outreach.lifecycle.plan;

import org.jspecify.annotations.NullMarked;
