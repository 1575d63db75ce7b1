package vn.outreach.lifecycle.partycell;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.Counts;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Result;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.security.identity.HostCells;

/** The founding of a Party cell, from the members' written wishes to the announcement (domain.md §4.2). */
@Service
class PartyCellService {

    private final Ledger ledger;
    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final HostCells hostCells;

    PartyCellService(Ledger ledger, Enterprises enterprises, EnterpriseService register, HostCells hostCells) {
        this.ledger = ledger;
        this.enterprises = enterprises;
        this.register = register;
        this.hostCells = hostCells;
    }

    /** Records the members who ask to be moved; those who say no are not counted and keep their old cell. */
    void wishesCollected(LedgerEntry step, int willing) {
        Enterprise enterprise = enterprises.require(step.requiredTaxCode());
        Counts.notAboveWorkers(KnownFields.name("willingFullMembers"), willing, enterprise);
        Counts.notAbove(
                KnownFields.name("willingFullMembers"),
                willing,
                enterprise.fullMembers(),
                "số đảng viên chính thức trong sổ đăng ký");
        writeWilling(step, willing);
        ledger.record(step, Done.DONE);
    }

    void postingsTransferred(LedgerEntry step, int transferred, int willing) {
        Counts.notAbove(KnownFields.name("transferredMembers"), transferred, willing, "số đồng ý chuyển");
        ledger.record(step, Done.DONE);
    }

    void filePrepared(LedgerEntry step, boolean complete) {
        if (!complete) {
            throw Refusal.invalid(
                    "field-choice",
                    "fileComplete",
                    "Hồ sơ thành lập phải đủ mới được gửi đi thẩm định; hãy bổ sung rồi hoàn thành sau.");
        }
        ledger.record(step, YesNo.YES);
    }

    void fileAppraised(LedgerEntry step, Appraisal appraisal) {
        ledger.record(step, appraisal);
    }

    void decided(
            LedgerEntry step, CellDecision decision, PartyOrganisationForm form, Optional<LocalDate> decisionDate) {
        LocalDate date = decisionDate.orElse(step.today());
        DateRules.notFuture(KnownFields.name("decisionDate"), date, step.today());
        notBefore(
                step,
                KnownFields.name("decisionDate"),
                date,
                PartyCellFoundingProcess.APPRAISE_FOUNDING_FILE,
                "ngày thẩm định");
        boolean committee = decision == CellDecision.FOUNDED && form == PartyOrganisationForm.COMMITTEE;
        Result result = committee ? CommitteeDecision.COMMITTEE_FOUNDED : decision;
        ledger.record(step, result, date);
    }

    /** The cell exists from its announcement on: the register says so, and its group can take tasks. */
    void announced(LedgerEntry step, LocalDate announcedOn) {
        DateRules.notFuture(KnownFields.name("announcedOn"), announcedOn, step.today());
        notBefore(
                step,
                KnownFields.name("announcedOn"),
                announcedOn,
                PartyCellFoundingProcess.DECIDE_CELL_FOUNDING,
                "ngày ký quyết định");
        register.change(
                step.requiredTaxCode(),
                new RegisterChange()
                        .set(EnterpriseField.CELL_FOUNDED_ON, announcedOn)
                        .sentAs(EnterpriseField.CELL_FOUNDED_ON, "announcedOn"));
        hostCells.create(
                step.requiredTaxCode(),
                enterprises.require(step.requiredTaxCode()).name());
        ledger.record(step, Done.DONE, announcedOn);
    }

    /**
     * Records that there are too few members for a cell, and the lower number that was found. The umbrella waits for
     * three: with the old number left standing it would begin this phase again at once, for ever.
     */
    int tooFewMembers(LedgerEntry step, int willing, Optional<Integer> transferred) {
        int found = transferred.map(moved -> Math.min(moved, willing)).orElse(willing);
        writeWilling(step, found);
        ledger.record(step, CellResult.NOT_ENOUGH_MEMBERS);
        return found;
    }

    private void writeWilling(LedgerEntry step, int willing) {
        register.change(
                step.requiredTaxCode(), new RegisterChange().set(EnterpriseField.WILLING_FULL_MEMBERS, willing));
    }

    private void notBefore(LedgerEntry step, FieldName field, LocalDate day, String earlierStep, String what) {
        ledger.last(step.processInstanceId(), earlierStep)
                .ifPresent(row -> DateRules.notBefore(field, day, row.occurredOn(), what));
    }
}
