package vn.outreach.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.outreach.engine.Field;

/** The Java mirror of processes/memberAdmission.bpmn. */
public final class AdmissionProcess {

    public static final String KEY = "memberAdmission";
    /** Sent by the restricted table when a candidate's data change while the file waits for that. */
    public static final String CANDIDATE_CHANGED = "outreach.candidateChanged";

    static final Field<String> CANDIDATE_REF = Field.text("candidateRef", "Mã hồ sơ quần chúng", 20);
    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode", "Mã số thuế", 14);
    static final Field<String> HOST_CELL = Field.text("hostCell", "Chi bộ xét kết nạp", 64);
    static final Field<Integer> PLAN_YEAR = Field.count("planYear", "Năm kế hoạch");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion", "Phiên bản quy định", 20);
    /** The version chosen at the newest act; due dates follow it. */
    static final Field<String> ACT_RULE_VERSION = Field.text("actRuleVersion", "Quy định áp dụng cho bước này", 20);
    static final Field<RuleVersionBasis> RULE_VERSION_BASIS =
            Field.choice("ruleVersionBasis", "Quy định áp dụng", RuleVersionBasis.class);

    static final Field<Boolean> CONSENT_GIVEN = Field.flag("consentGiven", "Quần chúng đồng ý");
    static final Field<ConsentChannel> CONSENT_CHANNEL =
            Field.choice("consentChannel", "Cách thể hiện", ConsentChannel.class);
    static final Field<Boolean> FILE_COMPLETE = Field.flag("fileComplete", "Hồ sơ đủ");
    static final Field<Boolean> ABROAD = Field.flag("abroad", "Cần thẩm tra ở nước ngoài");
    static final Field<Eligibility> ELIGIBILITY = Field.choice("eligibility", "Điều kiện", Eligibility.class);
    static final Field<EligibilityReview> ELIGIBILITY_REVIEW =
            Field.choice("eligibility", "Kết luận", EligibilityReview.class);
    static final Field<String> PAIR_REQUIRED = Field.text("introducerPairRequired", "Người giới thiệu phải có", 40);
    static final Field<IntroducerPair> INTRODUCER_PAIR =
            Field.choice("introducerPair", "Người giới thiệu", IntroducerPair.class);
    static final Field<Integer> INTRODUCER_MONTHS = Field.count("introducerMonths", "Thời gian cùng công tác (tháng)");
    static final Field<ResolutionOutcome> RESOLUTION_OUTCOME =
            Field.choice("resolutionOutcome", "Kết quả giới thiệu", ResolutionOutcome.class);
    static final Field<Boolean> OPINIONS_COMPLETE = Field.flag("opinionsComplete", "Đã đủ ý kiến");
    static final Field<VerificationOutcome> VERIFICATION_OUTCOME =
            Field.choice("verificationOutcome", "Kết luận thẩm tra", VerificationOutcome.class);
    static final Field<LocalDate> VERIFIED_ON = Field.date("verifiedOn", "Ngày báo cáo thẩm tra");
    static final Field<Integer> ELIGIBLE_VOTERS = Field.count("eligibleVoters", "Số đảng viên chính thức");
    static final Field<Integer> YES_VOTES = Field.count("yesVotes", "Số phiếu tán thành");
    static final Field<LocalDate> VOTE_DATE = Field.date("voteDate", "Ngày biểu quyết");
    static final Field<Boolean> CONFIRMED = Field.flag("confirmed", "Đúng với biên bản");
    static final Field<AdmissionDecision> ADMISSION_DECISION =
            Field.choice("admissionDecision", "Quyết định", AdmissionDecision.class);
    static final Field<Integer> BODY_MEMBERS = Field.count("bodyMembers", "Số ủy viên");
    static final Field<Integer> BODY_YES = Field.count("bodyYes", "Số ủy viên tán thành");
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber", "Số văn bản", 50);
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate", "Ngày văn bản");
    static final Field<LocalDate> DECISION_RECEIVED_ON = Field.date("decisionReceivedOn", "Ngày nhận quyết định");
    static final Field<LocalDate> CEREMONY_DATE = Field.date("ceremonyDate", "Ngày lễ kết nạp");
    static final Field<LocalDate> PROBATION_ENDS_ON = Field.date("probationEndsOn", "Ngày hết thời gian dự bị");
    static final Field<FullMembershipDecision> FULL_MEMBERSHIP_DECISION =
            Field.choice("fullMembershipDecision", "Quyết định", FullMembershipDecision.class);
    static final Field<Renewal> RENEWAL = Field.choice("renewal", "Kết quả làm lại hồ sơ", Renewal.class);
    static final Field<String> TO_ENTERPRISE_CODE = Field.text("toEnterpriseCode", "Mã số thuế nơi đến", 14);
    /** Instants with offset, for the timers of the model. */
    static final Field<String> DOSSIER_EXPIRES_ON = Field.text("dossierExpiresOn", "Hồ sơ có giá trị đến", 40);
    static final Field<String> PROBATION_ENDS_AT = Field.text("probationEndsAt", "Hết thời gian dự bị lúc", 40);

    static final Field<Boolean> VOTE_PASSED = Field.flag("votePassed", "Chi bộ biểu quyết đạt");
    static final Field<ProbationNextStep> PROBATION_NEXT_STEP =
            Field.choice("probationNextStep", "Bước tiếp theo", ProbationNextStep.class);

    private AdmissionProcess() {}

    /** The paper of a decision; its day is settled, because limits count from it. */
    static DecisionPaper paper(DelegateExecution execution, boolean needed) {
        if (needed) {
            DECISION_NUMBER.require(execution);
            DECISION_DATE.settle(execution);
        }
        DECISION_NUMBER.find(execution);
        return new DecisionPaper(DECISION_DATE.find(execution), Optional.empty());
    }

    /** A paper whose receipt counts too: until 2025 the ceremony's limit ran from it (T22). Left out, it is the paper's day. */
    static DecisionPaper receivedPaper(DelegateExecution execution, boolean needed) {
        DecisionPaper paper = paper(execution, needed);
        Optional<LocalDate> receivedOn = DECISION_RECEIVED_ON.find(execution);
        DECISION_RECEIVED_ON.set(execution, receivedOn.or(paper::date).orElse(null));
        return new DecisionPaper(paper.date(), receivedOn);
    }
}
