package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Vote;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.rules.Rules;

/** The cell's vote on an admission: two thirds of all full members, entered by one and confirmed by another (T16). */
@Service
class CellVoteService {

    static final String CELL_RULE = "TWO_THIRDS";

    private final AdmissionLedger ledger;
    private final CandidateRules candidateRules;
    private final RuleVersions versions;
    private final Rules rules;

    CellVoteService(AdmissionLedger ledger, CandidateRules candidateRules, RuleVersions versions, Rules rules) {
        this.ledger = ledger;
        this.candidateRules = candidateRules;
        this.versions = versions;
        this.rules = rules;
    }

    /**
     * Records the vote; one that failed goes up as well, the competent committee answers it (domain.md §5.3, step 9).
     */
    CellVote held(LedgerEntry given, CellBallot ballot, Optional<RuleVersionBasis> basis) {
        ballot.check(given.today());
        afterItsPapers(given, ballot.voteDate());
        LedgerEntry step = versions.under(given, basis, ballot.voteDate());
        eligibleOn(step, ballot.voteDate());
        Vote vote = Vote.of(rules.votePassed(CELL_RULE, ballot.eligibleVoters(), ballot.yesVotes()));
        ledger.record(step, vote, ballot.voteDate());
        return new CellVote(vote, step.ruleVersion());
    }

    void confirmed(LedgerEntry step, boolean right) {
        ledger.record(step, YesNo.of(right));
    }

    private void afterItsPapers(LedgerEntry step, LocalDate voteDate) {
        ledger.notBefore(
                step,
                KnownFields.name("voteDate"),
                voteDate,
                AdmissionProcess.COLLECT_INTRODUCTIONS,
                "ngày có giấy giới thiệu");
        ledger.notBefore(
                step, KnownFields.name("voteDate"), voteDate, AdmissionProcess.COLLECT_OPINIONS, "ngày lấy đủ ý kiến");
        ledger.notBefore(
                step,
                KnownFields.name("voteDate"),
                voteDate,
                AdmissionProcess.VERIFY_PERSONAL_HISTORY,
                "ngày báo cáo thẩm tra");
    }

    /** D5 counts on the day of the vote; what people decided where D5 leaves it to them holds on. */
    private void eligibleOn(LedgerEntry step, LocalDate voteDate) {
        candidateRules.requireComplete(step);
        Eligibility eligibility = candidateRules.eligibilityOn(step, voteDate);
        boolean reviewed = eligibility == Eligibility.MANUAL_REVIEW
                && ledger.lastIs(step, AdmissionProcess.REVIEW_ELIGIBILITY, EligibilityReview.FIT);
        if (eligibility != Eligibility.FIT && !reviewed) {
            throw Refusal.invalid(
                    "candidate-not-eligible",
                    "voteDate",
                    "Ngày biểu quyết không nhận được: vào ngày đó quần chúng %s.".formatted(why(eligibility)));
        }
    }

    private static String why(Eligibility eligibility) {
        return switch (eligibility) {
            case NOT_YET -> "chưa đủ tuổi hoặc chưa có giấy chứng nhận còn giá trị";
            case NOT_ELIGIBLE -> "không đủ điều kiện";
            case MANUAL_REVIEW -> "thuộc diện Ban Tổ chức phải xem xét trước";
            case FIT -> throw new IllegalArgumentException("A fit candidate may be voted on");
        };
    }
}
