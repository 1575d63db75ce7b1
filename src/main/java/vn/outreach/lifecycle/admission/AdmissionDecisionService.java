package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Vote;
import vn.outreach.rules.Rules;

/** The competent body's answer to the cell's resolution, and the ceremony that follows (domain.md §5.3, §5.4). */
@Service
class AdmissionDecisionService {

    static final int PROBATION_MONTHS = 12;

    private final AdmissionLedger ledger;
    private final AdmissionSettings settings;
    private final RuleVersions versions;
    private final Rules rules;
    private final AdmissionWorkflow workflow;

    AdmissionDecisionService(
            AdmissionLedger ledger,
            AdmissionSettings settings,
            RuleVersions versions,
            Rules rules,
            AdmissionWorkflow workflow) {
        this.ledger = ledger;
        this.settings = settings;
        this.versions = versions;
        this.rules = rules;
        this.workflow = workflow;
    }

    /** Records an answer without votes of the body; returns the rule version that counts for it. */
    @Nullable
    String answered(
            LedgerEntry given, AdmissionDecision decision, DecisionPaper paper, Optional<RuleVersionBasis> basis) {
        LedgerEntry step = dated(given, paper, basis);
        ledger.record(step, decision, paper.dateOr(step.today()));
        return step.ruleVersion();
    }

    /** Records an admission: only after the cell's two thirds, and the body's own majority (D8, D9). */
    @Nullable
    String admitted(LedgerEntry given, DecisionPaper paper, BodyVote body, Optional<RuleVersionBasis> basis) {
        body.check();
        LedgerEntry step = dated(given, paper, basis);
        if (!ledger.lastIs(step, AdmissionProcess.HOLD_CELL_VOTE, Vote.PASSED)) {
            throw Refusal.invalid(
                    "vote-not-passed",
                    "admissionDecision",
                    "Không kết nạp được: chi bộ biểu quyết chưa đạt hai phần ba.");
        }
        String voteRule = rules.bodyVoteRule(step.ruleVersion(), settings.admissionDelegated());
        if (!rules.votePassed(voteRule, body.members(), body.yes())) {
            throw Refusal.invalid(
                    "vote-not-passed",
                    "bodyYes",
                    "Không kết nạp được: %s trên %s ủy viên tán thành chưa đủ %s."
                            .formatted(
                                    WholeNumber.shown(body.yes()), WholeNumber.shown(body.members()), share(voteRule)));
        }
        ledger.record(step, AdmissionDecision.ADMITTED, paper.dateOr(step.today()));
        return step.ruleVersion();
    }

    /** Records the ceremony; the probation counts from its day (T23). Returns the day on which it ends. */
    LocalDate celebrated(LedgerEntry given, LocalDate ceremonyDate, Optional<RuleVersionBasis> basis) {
        DateRules.notFuture(KnownFields.name("ceremonyDate"), ceremonyDate, given.today());
        ledger.notBefore(
                given,
                KnownFields.name("ceremonyDate"),
                ceremonyDate,
                AdmissionProcess.DECIDE_ADMISSION,
                "ngày quyết định kết nạp");
        LedgerEntry step = versions.under(given, basis, ceremonyDate);
        ledger.record(step, CeremonyResult.ADMITTED_PROBATIONARY, ceremonyDate);
        workflow.ceremonyHeld(step.requiredTaxCode(), ceremonyDate);
        return ceremonyDate.plusMonths(PROBATION_MONTHS);
    }

    private LedgerEntry dated(LedgerEntry given, DecisionPaper paper, Optional<RuleVersionBasis> basis) {
        paper.check(given.today());
        LocalDate day = paper.dateOr(given.today());
        ledger.notBefore(
                given,
                KnownFields.name("decisionDate"),
                day,
                AdmissionProcess.HOLD_CELL_VOTE,
                "ngày chi bộ biểu quyết");
        return versions.under(given, basis, day);
    }

    private static String share(String voteRule) {
        return CellVoteService.CELL_RULE.equals(voteRule) ? "hai phần ba" : "quá nửa";
    }
}
