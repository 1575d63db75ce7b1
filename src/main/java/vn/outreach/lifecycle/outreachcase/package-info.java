/**
 * The case of one enterprise from the first survey to the hand-over (enterpriseOutreach).
 * It calls phases by name in the model and knows none of their classes.
 * Begin at OutreachCaseService; what models ask of the register is in Register.
 */
@NullMarked
package vn.outreach.lifecycle.outreachcase;

import org.jspecify.annotations.NullMarked;
