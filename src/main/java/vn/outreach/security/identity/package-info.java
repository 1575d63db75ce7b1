/**
 * Organisation units, groups, grants, filters of Tasklist, and who is asking.
 * Rights on single tasks are not here; what a unit may do is configuration (units.yml).
 * Begin at Units and CurrentUserProvider.
 */
@NullMarked
package vn.outreach.security.identity;

import org.jspecify.annotations.NullMarked;
