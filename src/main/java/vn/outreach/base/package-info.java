/**
 * What every package uses: values, text, refusals, the database, background work.
 * No other package of the product is known here.
 * Begin at value/ and refusal/.
 */
@NullMarked
package vn.outreach.base;

import org.jspecify.annotations.NullMarked;
