/**
 * Survey of an enterprise: appointment, official letter, findings, postings verified (survey).
 * What the findings change in the register is asked by EnterpriseService.
 * Begin at SurveyService.
 */
@NullMarked
package vn.outreach.lifecycle.survey;

import org.jspecify.annotations.NullMarked;
