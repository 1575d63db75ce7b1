/**
 * Decisions evaluated in Java on a decision engine of their own, over the files in processes/, without history.
 * No process engine is used here, so that a candidate's data leaves no trace.
 * Begin at Rules; how the engine is set up is in SafeDecisions.
 */
@NullMarked
package vn.outreach.rules;

import org.jspecify.annotations.NullMarked;
