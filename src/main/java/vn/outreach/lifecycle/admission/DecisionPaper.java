package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.ledger.DateRules;

/** The paper that a deciding body answers with; a file that is sent back may come without one. */
record DecisionPaper(Optional<LocalDate> date, Optional<LocalDate> receivedOn) {

    /** @throws vn.outreach.base.refusal.Refusal for days in the future, or a receipt before the decision */
    void check(LocalDate today) {
        DateRules.notFuture(KnownFields.name("decisionDate"), date.orElse(null), today);
        DateRules.notFuture(KnownFields.name("decisionReceivedOn"), receivedOn.orElse(null), today);
        DateRules.notBefore(
                KnownFields.name("decisionReceivedOn"), receivedOn.orElse(null), date.orElse(null), "ngày văn bản");
    }

    LocalDate dateOr(LocalDate other) {
        return date.orElse(other);
    }
}
