package vn.outreach.register.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;

/**
 * An enterprise closes, with or without a running case (message outreach.enterpriseClosed): the register says since
 * when and why, the ledger keeps it, and its open admissions move on.
 */
@Service
public class EnterpriseClosing {

    private final EnterpriseService register;
    private final Ledger ledger;
    private final ObjectProvider<EnterpriseClosures> closures;

    EnterpriseClosing(EnterpriseService register, Ledger ledger, ObjectProvider<EnterpriseClosures> closures) {
        this.register = register;
        this.ledger = ledger;
        this.closures = closures;
    }

    /** Somebody reports that the enterprise closed. */
    public void close(LedgerEntry step, @Nullable String reason, LocalDate closedOn) {
        DateRules.notFuture(KnownFields.name("closedOn"), closedOn, step.today());
        ledger.record(step, Done.DONE, closedOn);
        found(step.requiredTaxCode(), reason, closedOn);
    }

    /** The enterprise was found closed by a step that has its own row in the ledger. */
    public void found(String taxCode, @Nullable String reason, LocalDate closedOn) {
        register.change(
                taxCode,
                new RegisterChange()
                        .set(EnterpriseField.CLOSED_ON, closedOn)
                        .set(EnterpriseField.CLOSED_REASON, reason));
        closures.orderedStream().forEach(listener -> listener.closed(taxCode));
    }
}
