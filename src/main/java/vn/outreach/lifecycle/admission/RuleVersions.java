package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.rules.Rules;

/**
 * Which regulation an act is judged by: the one in force on its day, or, where a person picks it, the one of the case's
 * start. For a case that spans two versions that is a human choice (domain.md §0.3).
 */
@Component
class RuleVersions {

    private final Rules rules;

    RuleVersions(Rules rules) {
        this.rules = rules;
    }

    /** The step as its row keeps it: under the version that counts for this act. */
    LedgerEntry under(LedgerEntry step, Optional<RuleVersionBasis> basis, LocalDate actDate) {
        return basis.filter(RuleVersionBasis.CASE_START::equals).isPresent()
                ? step
                : step.under(rules.versionOn(actDate));
    }
}
