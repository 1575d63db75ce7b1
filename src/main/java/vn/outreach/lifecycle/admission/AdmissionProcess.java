package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/memberAdmission.bpmn. */
public final class AdmissionProcess {

    public static final String KEY = ProcessKeys.MEMBER_ADMISSION;

    /** Steps that other steps ask for in the ledger. */
    static final String OPEN_CANDIDATE_FILE = "openCandidateFile";

    static final String REVIEW_ELIGIBILITY = "reviewEligibility";
    static final String COLLECT_INTRODUCTIONS = "collectIntroductions";
    static final String COLLECT_OPINIONS = "collectOpinions";
    public static final String VERIFY_PERSONAL_HISTORY = "verifyPersonalHistory";
    static final String HOLD_CELL_VOTE = "holdCellVote";
    static final String DECIDE_ADMISSION = "decideAdmission";
    static final String HOLD_CEREMONY = "holdCeremony";
    static final String REVIEW_PROBATION = "reviewProbation";
    /** Sent by the restricted table when a candidate's data change while the file waits for that. */
    public static final String CANDIDATE_CHANGED = "outreach.candidateChanged";

    static final String CANDIDATE_MOVED = "outreach.candidateMoved";
    /** What the enterprise's case waits for where no phase may know it. */
    static final String MEMBERSHIP_CHANGED = "outreach.membershipChanged";

    /** A variable of the enterprise's case. */
    static final String ADMITTED_IN_PLAN_YEAR = "admittedInPlanYear";
    /** A field of {@link #MEMBERSHIP_CHANGED}. */
    static final String WILLING_FULL_MEMBERS = "willingFullMembers";

    static final ProcessVariable<String> CANDIDATE_REF = ProcessVariable.text("candidateRef");
    static final ProcessVariable<String> ENTERPRISE_CODE = ProcessVariable.text("enterpriseCode");
    static final ProcessVariable<String> HOST_CELL = ProcessVariable.text("hostCell");
    static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    static final ProcessVariable<String> RULE_VERSION = ProcessVariable.text("ruleVersion");
    /** The version chosen at the newest act; due dates follow it. */
    public static final ProcessVariable<String> ACT_RULE_VERSION = ProcessVariable.text("actRuleVersion");

    static final ProcessVariable<RuleVersionBasis> RULE_VERSION_BASIS =
            ProcessVariable.choice("ruleVersionBasis", RuleVersionBasis.class);

    static final ProcessVariable<Boolean> CONSENT_GIVEN = ProcessVariable.flag("consentGiven");
    static final ProcessVariable<ConsentChannel> CONSENT_CHANNEL =
            ProcessVariable.choice("consentChannel", ConsentChannel.class);
    static final ProcessVariable<Boolean> FILE_COMPLETE = ProcessVariable.flag("fileComplete");
    public static final ProcessVariable<Boolean> ABROAD = ProcessVariable.flag("abroad");
    static final ProcessVariable<Eligibility> ELIGIBILITY = ProcessVariable.choice("eligibility", Eligibility.class);
    static final ProcessVariable<EligibilityReview> ELIGIBILITY_REVIEW =
            ProcessVariable.choice("eligibility", EligibilityReview.class);
    public static final ProcessVariable<String> PAIR_REQUIRED = ProcessVariable.text("introducerPairRequired");
    public static final ProcessVariable<IntroducerPair> INTRODUCER_PAIR =
            ProcessVariable.choice("introducerPair", IntroducerPair.class);
    static final ProcessVariable<Integer> INTRODUCER_MONTHS = ProcessVariable.count("introducerMonths");
    public static final ProcessVariable<ResolutionOutcome> RESOLUTION_OUTCOME =
            ProcessVariable.choice("resolutionOutcome", ResolutionOutcome.class);
    static final ProcessVariable<Boolean> OPINIONS_COMPLETE = ProcessVariable.flag("opinionsComplete");
    static final ProcessVariable<VerificationOutcome> VERIFICATION_OUTCOME =
            ProcessVariable.choice("verificationOutcome", VerificationOutcome.class);
    static final ProcessVariable<LocalDate> VERIFIED_ON = ProcessVariable.date("verifiedOn");
    static final ProcessVariable<Integer> ELIGIBLE_VOTERS = ProcessVariable.count("eligibleVoters");
    static final ProcessVariable<Integer> YES_VOTES = ProcessVariable.count("yesVotes");
    public static final ProcessVariable<LocalDate> VOTE_DATE = ProcessVariable.date("voteDate");
    static final ProcessVariable<Boolean> CONFIRMED = ProcessVariable.flag("confirmed");
    static final ProcessVariable<AdmissionDecision> ADMISSION_DECISION =
            ProcessVariable.choice("admissionDecision", AdmissionDecision.class);
    static final ProcessVariable<Integer> BODY_MEMBERS = ProcessVariable.count("bodyMembers");
    static final ProcessVariable<Integer> BODY_YES = ProcessVariable.count("bodyYes");
    static final ProcessVariable<String> DECISION_NUMBER = ProcessVariable.text("decisionNumber");
    public static final ProcessVariable<LocalDate> DECISION_DATE = ProcessVariable.date("decisionDate");
    public static final ProcessVariable<LocalDate> DECISION_RECEIVED_ON = ProcessVariable.date("decisionReceivedOn");
    static final ProcessVariable<LocalDate> CEREMONY_DATE = ProcessVariable.date("ceremonyDate");
    public static final ProcessVariable<LocalDate> PROBATION_ENDS_ON = ProcessVariable.date("probationEndsOn");
    static final ProcessVariable<FullMembershipDecision> FULL_MEMBERSHIP_DECISION =
            ProcessVariable.choice("fullMembershipDecision", FullMembershipDecision.class);
    static final ProcessVariable<Renewal> RENEWAL = ProcessVariable.choice("renewal", Renewal.class);
    static final ProcessVariable<String> TO_ENTERPRISE_CODE = ProcessVariable.text("toEnterpriseCode");
    /** Instants with offset, for the timers of the model. */
    static final ProcessVariable<String> DOSSIER_EXPIRES_ON = ProcessVariable.text("dossierExpiresOn");

    static final ProcessVariable<String> PROBATION_ENDS_AT = ProcessVariable.text("probationEndsAt");

    static final ProcessVariable<Boolean> VOTE_PASSED = ProcessVariable.flag("votePassed");
    static final ProcessVariable<ProbationNextStep> PROBATION_NEXT_STEP =
            ProcessVariable.choice("probationNextStep", ProbationNextStep.class);

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

    /**
     * A paper whose receipt counts too: until 2025 the ceremony's limit ran from it (T22). Left out, it is the paper's
     * day.
     */
    static DecisionPaper receivedPaper(DelegateExecution execution, boolean needed) {
        DecisionPaper paper = paper(execution, needed);
        Optional<LocalDate> receivedOn = DECISION_RECEIVED_ON.find(execution);
        DECISION_RECEIVED_ON.set(execution, receivedOn.or(paper::date).orElse(null));
        return new DecisionPaper(paper.date(), receivedOn);
    }
}
