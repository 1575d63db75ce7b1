package vn.outreach.lifecycle.youthunion;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.Counts;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.YesNo;

/** The founding of a youth union: optional, beside the union, never a condition of the Party cell (domain.md §3.3). */
@Service
class YouthUnionService {

    private final Ledger ledger;
    private final Enterprises enterprises;
    private final EnterpriseService register;

    YouthUnionService(Ledger ledger, Enterprises enterprises, EnterpriseService register) {
        this.ledger = ledger;
        this.enterprises = enterprises;
        this.register = register;
    }

    void boardFormed(LedgerEntry step, boolean formed, Optional<Integer> size) {
        size.ifPresent(count -> Counts.notAboveWorkers(
                KnownFields.name("youthBoardSize"), count, enterprises.require(step.requiredTaxCode())));
        ledger.record(step, YesNo.of(formed));
    }

    /** Records a round of collecting applications; returns the number of rounds so far. */
    int collected(LedgerEntry step, int signedApplications, int branches) {
        Counts.notAboveWorkers(
                KnownFields.name("signedApplications"),
                signedApplications,
                enterprises.require(step.requiredTaxCode()));
        Counts.notAbove(KnownFields.name("youthBranches"), branches, signedApplications, "số đoàn viên đã đăng ký");
        return ledger.record(step, Done.DONE).round();
    }

    void meetingHeld(
            LedgerEntry step, LocalDate meetingDate, boolean valid, Optional<Integer> committeeSize, int members) {
        DateRules.notFuture(KnownFields.name("meetingDate"), meetingDate, step.today());
        notBefore(
                step,
                KnownFields.name("meetingDate"),
                meetingDate,
                YouthUnionFoundingProcess.COLLECT_YOUTH_APPLICATIONS,
                "ngày chốt danh sách");
        notBefore(
                step,
                KnownFields.name("meetingDate"),
                meetingDate,
                YouthUnionFoundingProcess.HOLD_YOUTH_MEETING,
                "ngày hội nghị lần trước");
        committeeSize.ifPresent(
                count -> Counts.notAbove(KnownFields.name("committeeSize"), count, members, "số đoàn viên đã đăng ký"));
        ledger.record(step, YesNo.of(valid), meetingDate);
    }

    void fileSubmitted(LedgerEntry step, LocalDate submittedOn) {
        DateRules.notFuture(KnownFields.name("submittedOn"), submittedOn, step.today());
        notBefore(
                step,
                KnownFields.name("submittedOn"),
                submittedOn,
                YouthUnionFoundingProcess.HOLD_YOUTH_MEETING,
                "ngày hội nghị");
        notBefore(
                step,
                KnownFields.name("submittedOn"),
                submittedOn,
                YouthUnionFoundingProcess.SUBMIT_YOUTH_FILE,
                "ngày gửi lần trước");
        ledger.record(step, Done.DONE, submittedOn);
    }

    void decided(
            LedgerEntry step, YouthUnionDecision decision, Optional<LocalDate> decisionDate, YouthMembers members) {
        LocalDate date = decisionDate.orElse(step.today());
        DateRules.notFuture(KnownFields.name("decisionDate"), date, step.today());
        notBefore(
                step,
                KnownFields.name("decisionDate"),
                date,
                YouthUnionFoundingProcess.SUBMIT_YOUTH_FILE,
                "ngày gửi hồ sơ");
        if (decision == YouthUnionDecision.RECOGNISED) {
            register.change(
                    step.requiredTaxCode(),
                    members.toRegister()
                            .set(EnterpriseField.YOUTH_UNION_FOUNDED_ON, date)
                            .sentAs(EnterpriseField.YOUTH_UNION_FOUNDED_ON, "decisionDate"));
        }
        ledger.record(step, decision, date);
    }

    private void notBefore(LedgerEntry step, FieldName field, LocalDate day, String earlierStep, String what) {
        ledger.last(step.processInstanceId(), earlierStep)
                .ifPresent(row -> DateRules.notBefore(field, day, row.occurredOn(), what));
    }
}
