/**
 * One reader for each type of value, with its limits, labels and refusals.
 * Rules between two fields are in the service that writes them.
 * Begin at KnownFields and ValueType.
 */
@NullMarked
package vn.outreach.base.value;

import org.jspecify.annotations.NullMarked;
