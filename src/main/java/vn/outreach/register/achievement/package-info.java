/**
 * What counts as reached in a year: surveys, meetings, unions, cells and admissions, by the day of the act.
 * What was promised is not here: whoever asks hands in the enterprises and the period.
 * Begin at Achievements.
 */
@NullMarked
package vn.outreach.register.achievement;

import org.jspecify.annotations.NullMarked;
