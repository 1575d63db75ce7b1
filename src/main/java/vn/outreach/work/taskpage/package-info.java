/**
 * What Tasklist shows beside an open task, in one answer.
 * Nothing is read here: each part comes from the service behind its own address, with that address's rights.
 * Begin at TaskPageController.
 */
@NullMarked
package vn.outreach.work.taskpage;

import org.jspecify.annotations.NullMarked;
