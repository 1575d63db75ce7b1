package vn.outreach.lifecycle.admission;

/** Where the file goes after a vote on full membership. */
enum ProbationNextStep {
    DECIDE,
    VOTE_AGAIN
}
