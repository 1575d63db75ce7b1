/**
 * Founding of a Party cell: wishes of full members to the announced cell (partyCellFounding).
 * A cell that lost members is in restoration/.
 * Begin at PartyCellService.
 */
@NullMarked
package vn.outreach.lifecycle.partycell;

import org.jspecify.annotations.NullMarked;
