/**
 * How much the members of a headed unit have to do.
 * It counts only what the asking head may see.
 * Begin at LoadWorkflow.
 */
@NullMarked
package vn.outreach.work.load;

import org.jspecify.annotations.NullMarked;
