/**
 * Planned days as calendar files and personal feeds.
 * The mail that carries a file is sent by notification/.
 * Begin at Appointments.
 */
@NullMarked
package vn.outreach.work.appointment;

import org.jspecify.annotations.NullMarked;
