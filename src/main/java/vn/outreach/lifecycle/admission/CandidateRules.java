package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidate;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.rules.Rules;

/** D5 and D7 on the restricted row: the engine learns the answers, never what they were drawn from. */
@Component
class CandidateRules {

    static final String NOT_POSSIBLE = "NOT_POSSIBLE";

    private final Rules rules;
    private final Candidates candidates;
    private final Enterprises enterprises;

    CandidateRules(Rules rules, Candidates candidates, Enterprises enterprises) {
        this.rules = rules;
        this.candidates = candidates;
        this.enterprises = enterprises;
    }

    /**
     * Refuses a file whose restricted row lacks what the rules ask for.
     *
     * @throws Refusal {@code candidate-incomplete}, naming the first missing field and where to enter it
     */
    void requireComplete(LedgerEntry step) {
        missing(candidates.require(step.requiredCandidateRef())).ifPresent(field -> {
            throw Refusal.invalid(
                    "candidate-incomplete",
                    field.getKey(),
                    "Hồ sơ hạn chế %s còn thiếu “%s”: hãy nhập ở thẻ “Hồ sơ quần chúng” bên cạnh việc này, hoặc ở trang /app/candidate#%s."
                            .formatted(step.requiredCandidateRef(), field.getValue(), step.requiredCandidateRef()));
        });
    }

    /** D5 for a day, under the step's rule version; the row is complete. */
    Eligibility eligibilityOn(LedgerEntry step, LocalDate day) {
        CandidateFacts facts = new CandidateFacts(candidates.require(step.requiredCandidateRef()));
        return Eligibility.valueOf(rules.eligibility(facts.forEligibility(step.ruleVersion(), day)));
    }

    /** D7 for today: one of {@link IntroducerPair}, or {@link #NOT_POSSIBLE}. */
    String pairRequired(LedgerEntry step) {
        requireComplete(step);
        boolean youthUnion = enterprises.require(step.requiredTaxCode()).hasYouthUnion();
        CandidateFacts facts = new CandidateFacts(candidates.require(step.requiredCandidateRef()));
        return rules.introducerPair(facts.forIntroducers(youthUnion, step.today()));
    }

    private static Optional<Map.Entry<String, String>> missing(Candidate candidate) {
        Map<String, String> missing = new LinkedHashMap<>();
        note(missing, candidate.birthMonth(), "birthMonth", "Tháng sinh");
        note(missing, candidate.schooling(), "schooling", "Trình độ học vấn");
        note(missing, candidate.citizen(), "citizen", "Công dân Việt Nam");
        note(missing, candidate.isOwner(), "isOwner", "Là chủ doanh nghiệp");
        note(missing, candidate.readmission(), "readmission", "Kết nạp lại");
        note(missing, candidate.inYouthUnion(), "inYouthUnion", "Là đoàn viên thanh niên");
        note(missing, candidate.inUnion(), "inUnion", "Là đoàn viên công đoàn");
        return missing.entrySet().stream().findFirst();
    }

    private static void note(Map<String, String> missing, @Nullable Object value, String field, String label) {
        if (value == null) {
            missing.put(field, label);
        }
    }
}
