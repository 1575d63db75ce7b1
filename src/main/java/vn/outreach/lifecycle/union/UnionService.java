package vn.outreach.lifecycle.union;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.Counts;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.rules.calendar.WorkingDays;

/**
 * The founding of a union: the workers' own act, which is recorded here and never made by an officer or the owner
 * (domain.md §3.1; Charter of the Trade Union, Quyết định 174/QĐ-TLĐ, điều 14; Hướng dẫn 03/HD-TLĐ).
 */
@Service
class UnionService {

    /** T6: the committee's first meeting, in working days after the congress (Hướng dẫn 03/HD-TLĐ, điểm 12.3). */
    private static final int FIRST_MEETING_WITHIN = 10;

    private final Ledger ledger;
    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final WorkingDays workingDays;

    UnionService(Ledger ledger, Enterprises enterprises, EnterpriseService register, WorkingDays workingDays) {
        this.ledger = ledger;
        this.enterprises = enterprises;
        this.register = register;
        this.workingDays = workingDays;
    }

    void boardFormed(LedgerEntry step, boolean formed, Optional<Integer> size) {
        size.ifPresent(count -> Counts.notAboveWorkers(
                KnownFields.name("foundingBoardSize"), count, enterprises.require(step.requiredTaxCode())));
        ledger.record(step, YesNo.of(formed));
    }

    /** Records a round of collecting applications; returns the number of rounds so far. */
    int collected(LedgerEntry step, int signedApplications, boolean legalPerson) {
        Counts.notAboveWorkers(
                KnownFields.name("signedApplications"),
                signedApplications,
                enterprises.require(step.requiredTaxCode()));
        register.change(step.requiredTaxCode(), new RegisterChange().set(EnterpriseField.LEGAL_PERSON, legalPerson));
        return ledger.record(step, Done.DONE).round();
    }

    void confirmed(LedgerEntry step, boolean confirmed) {
        ledger.record(step, YesNo.of(confirmed));
    }

    void congressHeld(LedgerEntry step, Congress congress, int members) {
        DateRules.notFuture(KnownFields.name("congressDate"), congress.date(), step.today());
        notBefore(
                step,
                KnownFields.name("congressDate"),
                congress.date(),
                UnionFoundingProcess.CONFIRM_APPLICATIONS,
                "ngày xác nhận số đơn");
        notBefore(
                step,
                KnownFields.name("congressDate"),
                congress.date(),
                KnownSteps.HOLD_CONGRESS,
                "ngày đại hội lần trước");
        notBefore(
                step,
                KnownFields.name("congressDate"),
                congress.date(),
                UnionFoundingProcess.SUBMIT_UNION_FILE,
                "ngày gửi hồ sơ lần trước");
        lastDecision(step, UnionDecision.REJECTED)
                .ifPresent(rejected -> DateRules.notBefore(
                        KnownFields.name("congressDate"),
                        congress.date(),
                        rejected.occurredOn(),
                        "ngày không được công nhận"));
        congress.check(members);
        ledger.record(step, YesNo.of(congress.valid()), congress.date());
    }

    void fileSubmitted(LedgerEntry step, LocalDate submittedOn, LocalDate firstMeetingOn) {
        DateRules.notFuture(KnownFields.name("firstMeetingOn"), firstMeetingOn, step.today());
        DateRules.notFuture(KnownFields.name("submittedOn"), submittedOn, step.today());
        notBefore(step, KnownFields.name("firstMeetingOn"), firstMeetingOn, KnownSteps.HOLD_CONGRESS, "ngày đại hội");
        notBefore(step, KnownFields.name("submittedOn"), submittedOn, KnownSteps.HOLD_CONGRESS, "ngày đại hội");
        notBefore(
                step,
                KnownFields.name("submittedOn"),
                submittedOn,
                UnionFoundingProcess.SUBMIT_UNION_FILE,
                "ngày gửi lần trước");
        LocalDate congress = ledger.last(step.processInstanceId(), KnownSteps.HOLD_CONGRESS)
                .orElseThrow()
                .occurredOn();
        boolean late = firstMeetingOn.isAfter(workingDays.plus(congress, FIRST_MEETING_WITHIN));
        ledger.record(step, late ? UnionFile.LATE : UnionFile.DONE, submittedOn);
    }

    /** Records the superior union's answer; returns how often it has rejected the union by now. */
    int decided(LedgerEntry step, UnionDecision decision, Optional<LocalDate> decisionDate, int members) {
        LocalDate date = decisionDate.orElse(step.today());
        DateRules.notFuture(KnownFields.name("decisionDate"), date, step.today());
        notBefore(
                step, KnownFields.name("decisionDate"), date, UnionFoundingProcess.SUBMIT_UNION_FILE, "ngày gửi hồ sơ");
        if (decision == UnionDecision.RECOGNISED) {
            register.change(
                    step.requiredTaxCode(),
                    new RegisterChange()
                            .set(EnterpriseField.UNION_RECOGNISED_ON, date)
                            .sentAs(EnterpriseField.UNION_RECOGNISED_ON, "decisionDate")
                            .set(EnterpriseField.UNION_MEMBERS, members));
        }
        ledger.record(step, decision, date);
        return ledger.count(step.processInstanceId(), step.name(), UnionDecision.REJECTED.name());
    }

    private Optional<Outcome> lastDecision(LedgerEntry step, UnionDecision decision) {
        return ledger.last(step.processInstanceId(), UnionFoundingProcess.RECORD_UNION_DECISION)
                .filter(row -> decision.name().equals(row.result()));
    }

    private void notBefore(LedgerEntry step, FieldName field, LocalDate day, String earlierStep, String what) {
        ledger.last(step.processInstanceId(), earlierStep)
                .ifPresent(row -> DateRules.notBefore(field, day, row.occurredOn(), what));
    }
}
