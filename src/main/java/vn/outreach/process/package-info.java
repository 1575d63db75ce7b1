/**
 * What phases see of the engine: the started process, its variables, the step that is recorded.
 * No inner class of the engine and no rule of a phase is here; engine/ provides what the public API lacks.
 * Begin at ProcessStart and Step.
 */
@NullMarked
package vn.outreach.process;

import org.jspecify.annotations.NullMarked;
