/**
 * A cell below three full members: more members, a merger, or its end (cellRestoration).
 * Founding a cell is in partycell/.
 * Begin at RestorationService.
 */
@NullMarked
package vn.outreach.lifecycle.restoration;

import org.jspecify.annotations.NullMarked;
