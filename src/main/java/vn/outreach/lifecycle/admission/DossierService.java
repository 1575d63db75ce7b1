package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.YesNo;

/** The papers before the cell's vote: introductions, resolution, opinions, verification (domain.md §5.2, §5.3). */
@Service
class DossierService {

    /** T15: an introducer has worked, studied or lived with the candidate for twelve months. */
    private static final int LEAST_MONTHS = 12;

    private final AdmissionLedger ledger;
    private final CandidateRules rules;

    DossierService(AdmissionLedger ledger, CandidateRules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    String pairRequired(LedgerEntry step) {
        return rules.pairRequired(step);
    }

    /** Judged by the register and the restricted row of today: a union may have been founded since the task opened. */
    void introduced(LedgerEntry step, IntroducerPair pair, int months) {
        String required = rules.pairRequired(step);
        if (CandidateRules.NOT_POSSIBLE.equals(required)) {
            throw Refusal.invalid(
                    "union-needed",
                    "introducerPair",
                    "Chưa giới thiệu được: doanh nghiệp chưa có tổ chức Đoàn và quần chúng chưa là đoàn viên"
                            + " công đoàn; cần thành lập hoặc gia nhập công đoàn trước (Điều lệ Đảng, Điều 4).");
        }
        String always = IntroducerPair.TWO_FULL_MEMBERS.name();
        if (!pair.name().equals(always) && !pair.name().equals(required)) {
            throw Refusal.invalid(
                    "field-choice",
                    "introducerPair",
                    "“Người giới thiệu” phải là %s."
                            .formatted(required.equals(always) ? always : required + " hoặc " + always));
        }
        if (months < LEAST_MONTHS) {
            throw Refusal.invalid(
                    "field-range",
                    "introducerMonths",
                    "“Thời gian cùng công tác” là %s tháng: phải từ %s tháng."
                            .formatted(WholeNumber.shown(months), WholeNumber.shown(LEAST_MONTHS)));
        }
        ledger.record(step, pair);
    }

    void resolved(LedgerEntry step, ResolutionOutcome outcome) {
        ledger.record(step, outcome);
    }

    /** A negative opinion goes into the paper file; what counts here is that none is missing. */
    void opinionsCollected(LedgerEntry step, boolean complete) {
        CandidateFileService.requireTrue(
                complete, "opinionsComplete", "Phải đủ ý kiến mới hoàn thành được việc này; còn thiếu thì để việc mở.");
        ledger.record(step, YesNo.YES);
    }

    void verified(LedgerEntry step, VerificationOutcome outcome, LocalDate verifiedOn) {
        DateRules.notFuture(KnownFields.name("verifiedOn"), verifiedOn, step.today());
        ledger.notBefore(
                step,
                KnownFields.name("verifiedOn"),
                verifiedOn,
                AdmissionProcess.OPEN_CANDIDATE_FILE,
                "ngày mở hồ sơ");
        ledger.record(step, outcome, verifiedOn);
    }
}
