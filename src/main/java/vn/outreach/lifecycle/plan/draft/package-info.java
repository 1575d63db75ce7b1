/**
 * How an office makes its plan: heads and rows written, copied, proposed, summed, exported.
 * After the approval only amendment/ changes a plan.
 * Begin at PlanRowService.
 */
@NullMarked
package vn.outreach.lifecycle.plan.draft;

import org.jspecify.annotations.NullMarked;
