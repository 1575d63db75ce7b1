/**
 * The start: the order in which the application opens.
 * No rule of the field and no request is handled here.
 * Begin at StartupRunner.
 */
@NullMarked
package vn.outreach.boot;

import org.jspecify.annotations.NullMarked;
