package vn.outreach.lifecycle.restoration;

import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;

/** A cell with fewer than three full members gets more, is merged, or is dissolved (domain.md §4.1). */
@Service
class RestorationService {

    /** A cell has at least three full members (Điều lệ Đảng, điều 21.2). */
    private static final int LEAST_MEMBERS = 3;

    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final Ledger ledger;

    RestorationService(Enterprises enterprises, EnterpriseService register, Ledger ledger) {
        this.enterprises = enterprises;
        this.register = register;
        this.ledger = ledger;
    }

    /** Takes the number that was found into the register. */
    void begin(String taxCode, int fullMembers) {
        if (enterprises.find(taxCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    "enterpriseCode",
                    "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
        }
        Enterprise enterprise = enterprises.lock(taxCode);
        if (!enterprise.hasCell()) {
            throw Refusal.invalid(
                    "cell-missing", "enterpriseCode", "Doanh nghiệp %s chưa có chi bộ để củng cố.".formatted(taxCode));
        }
        if (fullMembers >= LEAST_MEMBERS) {
            throw Refusal.invalid(
                    "field-range",
                    "fullMembers",
                    "“Số đảng viên chính thức còn lại” là %s: chi bộ có từ %s đảng viên chính thức thì không phải củng cố."
                            .formatted(WholeNumber.shown(fullMembers), WholeNumber.shown(LEAST_MEMBERS)));
        }
        register.change(taxCode, new RegisterChange().set(EnterpriseField.FULL_MEMBERS, fullMembers));
    }

    /** Records what was done; a cell that was merged or dissolved is none of the enterprise's own any more. */
    void restored(LedgerEntry step, Restoration restoration) {
        if (restoration.endsOwnCell()) {
            register.change(step.requiredTaxCode(), new RegisterChange().set(EnterpriseField.CELL_FOUNDED_ON, null));
        }
        ledger.record(step, restoration);
    }
}
