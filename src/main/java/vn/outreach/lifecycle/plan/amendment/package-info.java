/**
 * What changes in a plan after its approval: proposed, decided, applied, and every version kept.
 * Drafts are changed in draft/.
 * Begin at AmendmentService.
 */
@NullMarked
package vn.outreach.lifecycle.plan.amendment;

import org.jspecify.annotations.NullMarked;
