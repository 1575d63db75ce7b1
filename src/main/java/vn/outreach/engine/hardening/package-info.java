/**
 * Limits on what requests make the engine run or hold: expressions, page sizes, classes of JSON, locks of workers.
 * No rule here depends on who asks; those are in guard/.
 * Begin at SafeQueries and PageLimits.
 */
@NullMarked
package vn.outreach.engine.hardening;

import org.jspecify.annotations.NullMarked;
