/**
 * What deployed models must be and bring along, and the extension properties that the product reads.
 * What a model does when it runs is in plugin/ and in the packages of lifecycle/.
 * Begin at ModelProperties and ModelReferences.
 */
@NullMarked
package vn.outreach.engine.model;

import org.jspecify.annotations.NullMarked;
