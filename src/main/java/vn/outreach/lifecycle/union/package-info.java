/**
 * Founding of a union: founding board to recognition (unionFounding).
 * The youth union has a package of its own, youthunion/.
 * Begin at UnionService.
 */
@NullMarked
package vn.outreach.lifecycle.union;

import org.jspecify.annotations.NullMarked;
