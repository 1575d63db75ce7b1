/**
 * Admission of one candidate to the Party, from consent to full membership (memberAdmission).
 * A candidate's data stays in register/candidate; here only the reference is handed on.
 * Begin at AdmissionProcess and CandidateFileService.
 */
@NullMarked
package vn.outreach.lifecycle.admission;

import org.jspecify.annotations.NullMarked;
