/**
 * The catalogue of papers that prepare a meeting with an owner.
 * Which were used for whom is recorded by lifecycle/persuasion.
 * Begin at Materials.
 */
@NullMarked
package vn.outreach.register.material;

import org.jspecify.annotations.NullMarked;
