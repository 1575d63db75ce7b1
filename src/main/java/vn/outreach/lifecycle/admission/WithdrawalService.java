package vn.outreach.lifecycle.admission;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.LedgerEntry;

/**
 * A candidate steps back, takes back the consent, or leaves the enterprise: from that moment the row is restricted, and
 * erased after the retention (Luật 91/2025/QH15; domain.md §7.2). No reason is asked for.
 */
@Service
class WithdrawalService {

    private final AdmissionLedger ledger;
    private final Candidates candidates;
    private final Enterprises enterprises;

    WithdrawalService(AdmissionLedger ledger, Candidates candidates, Enterprises enterprises) {
        this.ledger = ledger;
        this.candidates = candidates;
        this.enterprises = enterprises;
    }

    void withdrew(LedgerEntry step) {
        restrict(step, AdmissionResult.WITHDRAWN);
    }

    void consentWithdrawn(LedgerEntry step) {
        restrict(step, AdmissionResult.CONSENT_WITHDRAWN);
    }

    /** A file follows the candidate where the new enterprise is known; a new admission there asks for consent again. */
    void moved(LedgerEntry step, Optional<String> toEnterpriseCode) {
        toEnterpriseCode.ifPresent(enterprises::require);
        restrict(step, AdmissionResult.TRANSFERRED);
        toEnterpriseCode.ifPresent(taxCode -> candidates.move(step.requiredCandidateRef(), taxCode));
    }

    private void restrict(LedgerEntry step, AdmissionResult why) {
        ledger.record(step, Done.DONE);
        candidates.restrict(step.requiredCandidateRef(), step.today(), why.name());
    }
}
