/**
 * Papers of enterprises: what is taken, kept on disk by hash, required by a step, withdrawn.
 * Papers of candidates are in register/candidate.
 * Begin at Papers; what a step requires is in RequiredPapers.
 */
package vn.outreach.document.paper;
