/**
 * What a plan says of itself: its year, status, targets and periods.
 * Rows are in row/; what a person writes is read in draft/.
 * Begin at PlanHeads.
 */
@NullMarked
package vn.outreach.lifecycle.plan.head;

import org.jspecify.annotations.NullMarked;
