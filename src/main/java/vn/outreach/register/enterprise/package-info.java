/**
 * The register of enterprises, their stage and their timeline.
 * Nobody writes an entry past EnterpriseService.
 * Begin at EnterpriseService; the rules of the stage are in StageFacts.
 */
@NullMarked
package vn.outreach.register.enterprise;

import org.jspecify.annotations.NullMarked;
