/**
 * One reader for each type of value, with its limits, labels and refusals.
 * Rules between two fields are in the service that writes them.
 * Begin at KnownFields and ValueType.
 */
package vn.outreach.base.value;
