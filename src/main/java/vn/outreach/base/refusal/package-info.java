/**
 * Refusals as data: a sentence for people, a code and a field for machines.
 * How one is answered over HTTP is in web/ and engine/rest.
 * Begin at Refusal.
 */
@NullMarked
package vn.outreach.base.refusal;

import org.jspecify.annotations.NullMarked;
