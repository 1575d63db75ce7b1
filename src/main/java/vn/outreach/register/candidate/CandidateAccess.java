package vn.outreach.register.candidate;

import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;

/** Whose a candidate's row is to read and to write. */
final class CandidateAccess {

    private final Candidates candidates;
    private final CurrentUserProvider asking;

    CandidateAccess(Candidates candidates, CurrentUserProvider asking) {
        this.candidates = candidates;
        this.asking = asking;
    }

    /** The row, for whoever may read it. */
    Candidate read(String ref) {
        if (asking.current().admissions().isNone()) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ chi bộ phụ trách, ban tổ chức và ban thường vụ được xem hồ sơ quần chúng ưu tú.");
        }
        Candidate candidate = candidates.require(ref);
        maySee(candidate);
        mayUse(candidate);
        return candidate;
    }

    /** The row, held until the transaction ends, for whoever may write it. */
    Candidate write(String ref) {
        mayWrite();
        Candidate before = candidates.lock(ref);
        maySee(before);
        if (before.restrictedSince() != null) {
            throw Refusal.conflict("candidate-restricted", "Hồ sơ %s đã khóa, không được sửa.".formatted(ref));
        }
        return before;
    }

    boolean mayWriteAny() {
        CurrentUser user = asking.current();
        return user.inHostCell() || user.can(Capability.ANSWERS_FOR_CANDIDATES);
    }

    private void mayWrite() {
        if (!mayWriteAny()) {
            throw Refusal.forbidden(
                    "wrong-person", "Chỉ chi bộ phụ trách và ban tổ chức được sửa hồ sơ quần chúng ưu tú.");
        }
    }

    /** Another enterprise's candidate is answered like one that does not exist: a reference is not to be guessed. */
    private void maySee(Candidate candidate) {
        if (!candidates.isSeen(candidate, asking.current().admissions())) {
            throw Candidates.unknown(candidate.candidateRef());
        }
    }

    /** A restricted row waits for its erasure: only the board that answers for it still sees it. */
    private void mayUse(Candidate candidate) {
        if (candidate.restrictedSince() != null) {
            asking.current()
                    .must(
                            Capability.ANSWERS_FOR_CANDIDATES,
                            "Hồ sơ %s đã khóa, chỉ ban tổ chức được xem.".formatted(candidate.candidateRef()));
        }
    }
}
