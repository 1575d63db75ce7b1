package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.Result;

/**
 * The ledger as admissions write it: only fields of the contract. Personal data belong into the restricted table alone
 * (domain.md §7.2, Luật 91/2025/QH15).
 */
@Service
class AdmissionLedger {

    /** Fields of the admission's forms and messages that may stand in a row's details. */
    static final Set<String> FIELDS = Set.of(
            "consentGiven",
            "consentChannel",
            "fileComplete",
            "abroad",
            "eligibility",
            "introducerPair",
            "introducerMonths",
            "resolutionOutcome",
            "opinionsComplete",
            "verificationOutcome",
            "verifiedOn",
            "eligibleVoters",
            "yesVotes",
            "voteDate",
            "ruleVersionBasis",
            "confirmed",
            "admissionDecision",
            "bodyMembers",
            "bodyYes",
            "decisionNumber",
            "decisionDate",
            "decisionReceivedOn",
            "ceremonyDate",
            "fullMembershipDecision",
            "renewal",
            "toEnterpriseCode",
            "occurredOn",
            "reason",
            "note");

    private final Ledger ledger;

    AdmissionLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    Outcome record(LedgerEntry step, Result result, LocalDate occurredOn) {
        step.details().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
        return ledger.record(step, result, occurredOn);
    }

    Outcome record(LedgerEntry step, Result result) {
        return record(step, result, step.today());
    }

    /** The newest row of a step of the same admission. */
    Optional<Outcome> last(LedgerEntry step, String name) {
        return ledger.last(step.processInstanceId(), name);
    }

    boolean lastIs(LedgerEntry step, String name, Result result) {
        return last(step, name)
                .filter(row -> row.result().equals(result.name()))
                .isPresent();
    }

    int count(LedgerEntry step, String name, Result result) {
        return ledger.count(step.processInstanceId(), name, result.name());
    }

    /** An act does not come before an act it follows; one that never happened sets no limit. */
    void notBefore(LedgerEntry step, FieldName field, @Nullable LocalDate date, String earlierStep, String what) {
        last(step, earlierStep).ifPresent(row -> DateRules.notBefore(field, date, row.occurredOn(), what));
    }

    static Refusal unknown(String name) {
        return Refusal.invalid(
                "field-unknown",
                name,
                "Hồ sơ kết nạp không nhận trường “%s”: dữ liệu cá nhân chỉ nhập vào hồ sơ hạn chế.".formatted(name));
    }
}
