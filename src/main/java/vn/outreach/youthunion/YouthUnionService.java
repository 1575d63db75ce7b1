package vn.outreach.youthunion;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.enterprise.Counts;
import vn.outreach.enterprise.EnterpriseField;
import vn.outreach.enterprise.Enterprises;
import vn.outreach.ledger.Acts;
import vn.outreach.ledger.Done;
import vn.outreach.ledger.Ledger;
import vn.outreach.ledger.Step;
import vn.outreach.ledger.YesNo;

/** The founding of a youth union: optional, beside the union, never a condition of the Party cell (domain.md §3.3). */
@Service
class YouthUnionService {

    private final Ledger ledger;
    private final Enterprises enterprises;

    YouthUnionService(Ledger ledger, Enterprises enterprises) {
        this.ledger = ledger;
        this.enterprises = enterprises;
    }

    void boardFormed(Step step, boolean formed, Optional<Integer> size) {
        size.ifPresent(count -> Counts.notAboveWorkers(
                "youthBoardSize", "Số người chuẩn bị", count, enterprises.require(step.taxCode())));
        ledger.record(step, YesNo.of(formed));
    }

    /** Records a round of collecting applications; returns the number of rounds so far. */
    int collected(Step step, int signedApplications, int branches) {
        Counts.notAboveWorkers(
                "signedApplications", "Số đoàn viên đã đăng ký", signedApplications, enterprises.require(step.taxCode()));
        Counts.notAbove("youthBranches", "Số chi đoàn dự kiến", branches, signedApplications, "số đoàn viên đã đăng ký");
        return ledger.record(step, Done.DONE).round();
    }

    void meetingHeld(Step step, LocalDate meetingDate, boolean valid, Optional<Integer> committeeSize, int members) {
        Acts.notFuture("meetingDate", "Ngày hội nghị", meetingDate, step.today());
        notBefore(step, "meetingDate", "Ngày hội nghị", meetingDate, "collectYouthApplications", "ngày chốt danh sách");
        notBefore(step, "meetingDate", "Ngày hội nghị", meetingDate, "holdYouthMeeting", "ngày hội nghị lần trước");
        committeeSize.ifPresent(count -> Counts.notAbove(
                "committeeSize", "Số ủy viên ban chấp hành", count, members, "số đoàn viên đã đăng ký"));
        ledger.record(step, YesNo.of(valid), meetingDate);
    }

    void fileSubmitted(Step step, LocalDate submittedOn) {
        Acts.notFuture("submittedOn", "Ngày gửi hồ sơ", submittedOn, step.today());
        notBefore(step, "submittedOn", "Ngày gửi hồ sơ", submittedOn, "holdYouthMeeting", "ngày hội nghị");
        notBefore(step, "submittedOn", "Ngày gửi hồ sơ", submittedOn, "submitYouthFile", "ngày gửi lần trước");
        ledger.record(step, Done.DONE, submittedOn);
    }

    void decided(Step step, YouthUnionDecision decision, Optional<LocalDate> decisionDate, YouthMembers members) {
        LocalDate date = decisionDate.orElse(step.today());
        Acts.notFuture("decisionDate", "Ngày ký", date, step.today());
        notBefore(step, "decisionDate", "Ngày ký", date, "submitYouthFile", "ngày gửi hồ sơ");
        if (decision == YouthUnionDecision.RECOGNISED) {
            enterprises.apply(
                    step.taxCode(), members.toRegister().set(EnterpriseField.YOUTH_UNION_FOUNDED_ON, date));
        }
        ledger.record(step, decision, date);
    }

    private void notBefore(Step step, String field, String label, LocalDate day, String earlierStep, String what) {
        ledger.last(step.processInstanceId(), earlierStep)
                .ifPresent(row -> Acts.notBefore(field, label, day, row.occurredOn(), what));
    }
}
