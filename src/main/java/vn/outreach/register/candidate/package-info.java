/**
 * Restricted data of candidates; everything else knows a candidate by reference.
 * Names leave this package only to those whom CandidateAccess lets read them.
 * Begin at Candidates and CandidateAccess.
 */
@NullMarked
package vn.outreach.register.candidate;

import org.jspecify.annotations.NullMarked;
