/**
 * What a plan promised and what was reached of it.
 * What counts as reached is told by register/achievement; nothing is written here.
 * Begin at PlanResults.
 */
@NullMarked
package vn.outreach.lifecycle.plan.result;

import org.jspecify.annotations.NullMarked;
