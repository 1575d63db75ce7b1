/**
 * What every package uses: values, text, refusals, the database, background work.
 * No other package of the product is known here.
 * Begin at value/ and refusal/.
 */
package vn.outreach.base;
