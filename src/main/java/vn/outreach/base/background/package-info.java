/**
 * Work that runs by itself beside the job executor.
 * What is done there stands in the package whose work it is.
 * Begin at Background.
 */
@NullMarked
package vn.outreach.base.background;

import org.jspecify.annotations.NullMarked;
