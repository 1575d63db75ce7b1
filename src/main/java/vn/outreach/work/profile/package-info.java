/**
 * The page of an enterprise in one answer for one reader.
 * It keeps no rows: it asks the packages whose rows they are.
 * Begin at Profiles.
 */
@NullMarked
package vn.outreach.work.profile;

import org.jspecify.annotations.NullMarked;
