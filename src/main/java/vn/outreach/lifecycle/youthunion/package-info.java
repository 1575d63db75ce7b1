/**
 * Founding of a youth union beside the union (youthUnionFounding).
 * It waits for nothing of union/ and never stops it.
 * Begin at YouthUnionService.
 */
@NullMarked
package vn.outreach.lifecycle.youthunion;

import org.jspecify.annotations.NullMarked;
