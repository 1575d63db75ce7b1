/**
 * Documents of an enterprise: papers that are kept, drafts that are written, the format of Office files.
 * It knows the work at a task, but no phase and not the engine package.
 * Begin at paper/; draft/ adds papers of its own; ooxml/ reads and judges Office files.
 */
@NullMarked
package vn.outreach.document;

import org.jspecify.annotations.NullMarked;
