package vn.outreach.lifecycle.outreachcase;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.OutreachCases;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Skipped;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;

/** The case of one enterprise from the first survey to the hand-over: what its own steps decide and record. */
@Service
class OutreachCaseService {

    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final OutreachCases cases;
    private final Ledger ledger;
    private final CurrentUserProvider asking;
    private final JdbcClient jdbc;

    OutreachCaseService(
            Enterprises enterprises,
            EnterpriseService register,
            OutreachCases cases,
            Ledger ledger,
            CurrentUserProvider asking,
            JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.register = register;
        this.cases = cases;
        this.ledger = ledger;
        this.asking = asking;
        this.jdbc = jdbc;
    }

    /** What a case is opened with. */
    record Opened(
            String processInstanceId,
            String taxCode,
            int planYear,
            String ruleVersion,
            Integer admissionTarget,
            Optional<String> responsibleMember,
            Optional<Integer> priority) {}

    /** Holds the enterprise's row, so that two starts at once meet here, and enters the case. */
    Enterprise open(Opened opened) {
        Enterprise enterprise = enterprises.lock(opened.taxCode());
        if (enterprise.isClosed()) {
            throw Refusal.invalid(
                    "enterprise-closed",
                    "enterpriseCode",
                    "Doanh nghiệp " + enterprise.name() + " (enterpriseCode " + opened.taxCode()
                            + ") đã ngừng hoạt động từ " + enterprise.closedOn() + ".");
        }
        RegisterChange change = new RegisterChange();
        opened.responsibleMember().ifPresent(member -> {
            CurrentUser person = asking.current();
            // A job has no groups: what it brings is the plan's.
            if (!person.groups().isEmpty()) {
                register.mustDecideWhoIsResponsible(enterprise, member, person);
            }
            change.set(EnterpriseField.RESPONSIBLE_MEMBER, member);
        });
        opened.priority().ifPresent(rank -> change.set(EnterpriseField.PRIORITY, rank));
        register.change(opened.taxCode(), change);
        cases.open(
                opened.processInstanceId(),
                opened.taxCode(),
                opened.planYear(),
                opened.ruleVersion(),
                opened.admissionTarget());
        return enterprises.require(opened.taxCode());
    }

    /** The target of the plan's row, if the enterprise is in that year's approved plan. */
    @Nullable
    Integer plannedTarget(int year, String taxCode) {
        return jdbc.sql("select admission_target from approved_plan_row where plan_year = ? and tax_code = ?")
                .params(year, taxCode)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    void skip(LedgerEntry step, String phase) {
        ledger.record(step.as(phase, "skipped"), Skipped.SKIPPED);
    }

    void rank(LedgerEntry step, int priority, String reason) {
        register.change(
                step.requiredTaxCode(),
                new RegisterChange()
                        .set(EnterpriseField.PRIORITY, priority)
                        .set(EnterpriseField.PRIORITY_REASON, reason));
        ledger.record(step, Done.DONE);
    }

    int willingFullMembers(String taxCode) {
        Integer willing = enterprises.require(taxCode).willingFullMembers();
        return willing == null ? 0 : willing;
    }

    void partyOrganisationForm(LedgerEntry step, OrganisationForm form) {
        ledger.record(step, form);
    }

    /**
     * The number of full members who are willing to found a cell changed. The register's number of full members is
     * lifted where it is behind: it is the older figure.
     */
    void membershipChanged(LedgerEntry step, int willing) {
        Enterprise enterprise = enterprises.lock(step.requiredTaxCode());
        int full = enterprise.fullMembers() == null ? 0 : enterprise.fullMembers();
        register.change(
                step.requiredTaxCode(),
                new RegisterChange()
                        .set(EnterpriseField.WILLING_FULL_MEMBERS, willing)
                        .set(EnterpriseField.FULL_MEMBERS, Math.max(full, willing))
                        .sentAs(EnterpriseField.FULL_MEMBERS, "willingFullMembers"));
        ledger.record(step, Done.DONE);
    }

    void reviewWaiting(LedgerEntry step, boolean stillFeasible) {
        ledger.record(step, YesNo.of(stillFeasible));
    }

    void handOver(LedgerEntry step, boolean handOver, Optional<LocalDate> handedOverOn) {
        if (!handOver) {
            ledger.record(step, YesNo.NO);
            return;
        }
        LocalDate day = handedOverOn.orElseThrow(
                () -> Refusal.invalid("field-missing", "handedOverOn", "Thiếu “Ngày bàn giao” khi đã bàn giao."));
        DateRules.notFuture(KnownFields.name("handedOverOn"), day, step.today());
        LocalDate founded = enterprises.require(step.requiredTaxCode()).cellFoundedOn();
        if (founded != null) {
            DateRules.notBefore(KnownFields.name("handedOverOn"), day, founded, "ngày công bố chi bộ");
        }
        ledger.record(step, YesNo.YES, day);
    }

    void candidateIntroduced(LedgerEntry step) {
        ledger.record(step, Done.DONE);
    }
}
