package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.YesNo;

/** The candidate's file: consent, opening, eligibility, and its renewal after twelve months (domain.md §5.3, §7.2). */
@Service
class CandidateFileService {

    private static final int GOOD_FOR_MONTHS = 12;

    private final AdmissionLedger ledger;
    private final Candidates candidates;
    private final CandidateRules rules;

    CandidateFileService(AdmissionLedger ledger, Candidates candidates, CandidateRules rules) {
        this.ledger = ledger;
        this.candidates = candidates;
        this.rules = rules;
    }

    /** No answer is no consent; after a no nothing of the person is kept (Luật 91/2025/QH15, điều 9). */
    void consentRecorded(LedgerEntry step, boolean given) {
        ledger.record(step, YesNo.of(given));
        if (given) {
            candidates.giveConsent(step.requiredCandidateRef(), step.today());
        } else {
            candidates.erase(step.requiredCandidateRef());
        }
    }

    /** Opens the file; returns the day from which it is twelve months old. */
    LocalDate opened(LedgerEntry step, boolean complete) {
        requireTrue(complete, "fileComplete", "Hồ sơ phải đủ mới hoàn thành được việc này; còn thiếu thì để việc mở.");
        rules.requireComplete(step);
        ledger.record(step, YesNo.YES);
        return openedToday(step);
    }

    /** D5 on today. */
    Eligibility decided(LedgerEntry step) {
        Eligibility eligibility = rules.eligibilityOn(step, step.today());
        ledger.record(step, eligibility);
        return eligibility;
    }

    void reviewed(LedgerEntry step, EligibilityReview review) {
        ledger.record(step, review);
    }

    /** Records whether an old file was made anew; returns the day from which the new one is twelve months old. */
    LocalDate renewed(LedgerEntry step, Renewal renewal) {
        ledger.record(step, renewal);
        return renewal == Renewal.RENEWED ? openedToday(step) : step.today();
    }

    private LocalDate openedToday(LedgerEntry step) {
        candidates.openFile(step.requiredCandidateRef(), step.today());
        return step.today().plusMonths(GOOD_FOR_MONTHS);
    }

    static void requireTrue(boolean answer, String field, String sentence) {
        if (!answer) {
            throw Refusal.invalid("field-choice", field, sentence);
        }
    }
}
