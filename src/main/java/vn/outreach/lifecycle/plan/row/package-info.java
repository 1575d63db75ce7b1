/**
 * One enterprise in a plan: who answers for it, when it starts, and why it stands where it stands.
 * No head and no result is here.
 * Begin at PlanRows.
 */
@NullMarked
package vn.outreach.lifecycle.plan.row;

import org.jspecify.annotations.NullMarked;
