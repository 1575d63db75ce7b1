/**
 * Which texts are the same, and what no free text may hold.
 * Nothing else in the product normalises, folds or trims what people type.
 * Begin at Folding.
 */
@NullMarked
package vn.outreach.base.text;

import org.jspecify.annotations.NullMarked;
