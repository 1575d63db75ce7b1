/**
 * What a form holds before anybody types: the register, the last answer, one's own draft.
 * How the engine hands a form out is in engine/form; the forms are in forms/.
 * Begin at FirstAnswers and KnownAnswers.
 */
@NullMarked
package vn.outreach.work.form;

import org.jspecify.annotations.NullMarked;
