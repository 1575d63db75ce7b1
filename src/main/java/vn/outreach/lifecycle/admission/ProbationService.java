package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Vote;
import vn.outreach.rules.Rules;

/** The end of the probation: the cell's vote, up to three times, and the competent body's answer (T20, T24). */
@Service
class ProbationService {

    /** After the third vote below two thirds the cell reports to the competent body. */
    private static final int LAST_VOTE = 3;

    private final AdmissionLedger ledger;
    private final RuleVersions versions;
    private final Rules rules;
    private final AdmissionWorkflow workflow;

    ProbationService(AdmissionLedger ledger, RuleVersions versions, Rules rules, AdmissionWorkflow workflow) {
        this.ledger = ledger;
        this.versions = versions;
        this.rules = rules;
        this.workflow = workflow;
    }

    /** Records a vote on full membership and says where it goes. */
    ProbationNextStep reviewed(
            LedgerEntry given, CellBallot ballot, LocalDate endsOn, Optional<RuleVersionBasis> basis) {
        ballot.check(given.today());
        LocalDate day = ballot.voteDate();
        DateRules.notBefore(KnownFields.name("voteDate"), day, endsOn, "ngày hết thời gian dự bị");
        ledger.notBefore(
                given, KnownFields.name("voteDate"), day, AdmissionProcess.REVIEW_PROBATION, "lần biểu quyết trước");
        LedgerEntry step = versions.under(given, basis, day);
        Vote vote = Vote.of(rules.votePassed(CellVoteService.CELL_RULE, ballot.eligibleVoters(), ballot.yesVotes()));
        ledger.record(step, vote, day);
        boolean last = ledger.count(step, step.name(), Vote.NOT_PASSED) >= LAST_VOTE;
        return vote == Vote.PASSED || last ? ProbationNextStep.DECIDE : ProbationNextStep.VOTE_AGAIN;
    }

    /** Records the body's answer; a recognised member is counted in the register, and a running case is told. */
    void decided(
            LedgerEntry given, FullMembershipDecision decision, DecisionPaper paper, Optional<RuleVersionBasis> basis) {
        paper.check(given.today());
        LocalDate day = paper.dateOr(given.today());
        ledger.notBefore(
                given,
                KnownFields.name("decisionDate"),
                day,
                AdmissionProcess.REVIEW_PROBATION,
                "ngày chi bộ biểu quyết");
        if (decision == FullMembershipDecision.RECOGNISED
                && !ledger.lastIs(given, AdmissionProcess.REVIEW_PROBATION, Vote.PASSED)) {
            throw Refusal.invalid(
                    "vote-not-passed",
                    "fullMembershipDecision",
                    "Không công nhận được: chi bộ đã ba lần biểu quyết không đạt hai phần ba.");
        }
        ledger.record(versions.under(given, basis, day), decision, day);
        if (decision == FullMembershipDecision.RECOGNISED) {
            workflow.memberRecognised(given.requiredTaxCode());
        }
    }
}
