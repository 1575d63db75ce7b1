/**
 * Reports of what happened to an enterprise, delivered to the case that waits for it (caseEvent).
 * What the event changes is decided by the process that receives it.
 * Begin at CaseEventService; the kinds are in CaseEvent.
 */
@NullMarked
package vn.outreach.lifecycle.caseevent;

import org.jspecify.annotations.NullMarked;
