/**
 * Admission of one candidate to the Party, from consent to full membership (memberAdmission).
 * A candidate's data stays in register/candidate; here only the reference is handed on.
 * Begin at AdmissionProcess and CandidateFileService.
 */
package vn.outreach.lifecycle.admission;
