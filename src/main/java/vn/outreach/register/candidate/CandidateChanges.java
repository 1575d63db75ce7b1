package vn.outreach.register.candidate;

/** Hears that a candidate's row was changed, so that an admission that waits for it can look again. */
public interface CandidateChanges {

    void changed(String candidateRef);
}
