package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.outreach.engine.Field;

/** The Java mirror of processes/memberAdmission.bpmn. */
public final class AdmissionProcess {

    public static final String KEY = "memberAdmission";
    /** Sent by the restricted table when a candidate's data change while the file waits for that. */
    public static final String CANDIDATE_CHANGED = "outreach.candidateChanged";

    static final Field<String> CANDIDATE_REF = Field.text("candidateRef");
    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode");
    static final Field<String> HOST_CELL = Field.text("hostCell");
    static final Field<Integer> PLAN_YEAR = Field.count("planYear");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion");
    /** The version chosen at the newest act; due dates follow it. */
    static final Field<String> ACT_RULE_VERSION = Field.text("actRuleVersion");
    static final Field<RuleVersionBasis> RULE_VERSION_BASIS = Field.choice("ruleVersionBasis", RuleVersionBasis.class);

    static final Field<Boolean> CONSENT_GIVEN = Field.flag("consentGiven");
    static final Field<ConsentChannel> CONSENT_CHANNEL = Field.choice("consentChannel", ConsentChannel.class);
    static final Field<Boolean> FILE_COMPLETE = Field.flag("fileComplete");
    static final Field<Boolean> ABROAD = Field.flag("abroad");
    static final Field<Eligibility> ELIGIBILITY = Field.choice("eligibility", Eligibility.class);
    static final Field<EligibilityReview> ELIGIBILITY_REVIEW = Field.choice("eligibility", EligibilityReview.class);
    static final Field<String> PAIR_REQUIRED = Field.text("introducerPairRequired");
    static final Field<IntroducerPair> INTRODUCER_PAIR = Field.choice("introducerPair", IntroducerPair.class);
    static final Field<Integer> INTRODUCER_MONTHS = Field.count("introducerMonths");
    static final Field<ResolutionOutcome> RESOLUTION_OUTCOME = Field.choice("resolutionOutcome", ResolutionOutcome.class);
    static final Field<Boolean> OPINIONS_COMPLETE = Field.flag("opinionsComplete");
    static final Field<VerificationOutcome> VERIFICATION_OUTCOME = Field.choice("verificationOutcome", VerificationOutcome.class);
    static final Field<LocalDate> VERIFIED_ON = Field.date("verifiedOn");
    static final Field<Integer> ELIGIBLE_VOTERS = Field.count("eligibleVoters");
    static final Field<Integer> YES_VOTES = Field.count("yesVotes");
    static final Field<LocalDate> VOTE_DATE = Field.date("voteDate");
    static final Field<Boolean> CONFIRMED = Field.flag("confirmed");
    static final Field<AdmissionDecision> ADMISSION_DECISION = Field.choice("admissionDecision", AdmissionDecision.class);
    static final Field<Integer> BODY_MEMBERS = Field.count("bodyMembers");
    static final Field<Integer> BODY_YES = Field.count("bodyYes");
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber");
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate");
    static final Field<LocalDate> DECISION_RECEIVED_ON = Field.date("decisionReceivedOn");
    static final Field<LocalDate> CEREMONY_DATE = Field.date("ceremonyDate");
    static final Field<LocalDate> PROBATION_ENDS_ON = Field.date("probationEndsOn");
    static final Field<FullMembershipDecision> FULL_MEMBERSHIP_DECISION =
            Field.choice("fullMembershipDecision", FullMembershipDecision.class);
    static final Field<Renewal> RENEWAL = Field.choice("renewal", Renewal.class);
    static final Field<String> TO_ENTERPRISE_CODE = Field.text("toEnterpriseCode");
    /** Instants with offset, for the timers of the model. */
    static final Field<String> DOSSIER_EXPIRES_ON = Field.text("dossierExpiresOn");
    static final Field<String> PROBATION_ENDS_AT = Field.text("probationEndsAt");

    static final Field<Boolean> VOTE_PASSED = Field.flag("votePassed");
    static final Field<ProbationNextStep> PROBATION_NEXT_STEP = Field.choice("probationNextStep", ProbationNextStep.class);

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
