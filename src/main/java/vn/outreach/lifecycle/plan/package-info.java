/**
 * The process of a year's plan: drafted, approved, ranked, started row by row, reported, closed (annualPlan).
 * Stands on head/, row/ and result/; draft/, amendment/ and report/ stand on it. A started row is a case of outreachcase/.
 * Begin at AnnualPlanService.
 */
@NullMarked
package vn.outreach.lifecycle.plan;

import org.jspecify.annotations.NullMarked;
