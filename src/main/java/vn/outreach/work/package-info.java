/**
 * How work reaches people: tasks, forms, profiles, deputies, load, bulk actions, appointments, notifications.
 * No phase and no inner class of the engine is known here.
 * Begin at task/; each subject has a package of its own.
 */
@NullMarked
package vn.outreach.work;

import org.jspecify.annotations.NullMarked;
