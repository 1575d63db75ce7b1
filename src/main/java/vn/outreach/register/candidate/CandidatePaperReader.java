package vn.outreach.register.candidate;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUserProvider;

/** Which papers a candidate's file holds, for whoever may read the candidate's row; each look is in the audit trail. */
@Component
public class CandidatePaperReader {

    private final CandidatePapers papers;
    private final CandidateAccess access;
    private final AuditTrail audit;

    CandidatePaperReader(CandidatePapers papers, Candidates candidates, CurrentUserProvider asking, AuditTrail audit) {
        this.papers = papers;
        this.access = new CandidateAccess(candidates, asking);
        this.audit = audit;
    }

    /** Newest first; nothing for who may not read the row, whose own page is not refused because of that. */
    public List<CandidatePaper> ifReadable(String ref) {
        try {
            access.read(ref);
        } catch (Refusal notTheirs) {
            return List.of();
        }
        return read(ref);
    }

    /** The same once the row was read by {@link CandidateAccess}. */
    List<CandidatePaper> read(String ref) {
        audit.record(AuditEntry.of(AuditAction.RESTRICTED_READ, "CandidatePapers", ref));
        return papers.of(ref);
    }
}
