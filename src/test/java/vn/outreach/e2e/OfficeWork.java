package vn.outreach.e2e;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What the people of the office would answer in each step of a case, most of the time in the way that leads on. */
final class OfficeWork {

    /** A step's answer, and the user of its unit; R tasks are done by whom they are assigned to. */
    record Answer(String user, Map<String, Object> fields) {}

    /** The message that may stand for a step. */
    private static final Map<String, String> MESSAGES = Map.of(
            "verifyPostings", "outreach.postingsVerified",
            "recordUnionDecision", "outreach.unionDecided",
            "recordYouthDecision", "outreach.youthUnionDecided",
            "decideCellFounding", "outreach.cellDecided");

    private final Supplier<LocalDate> clock;

    /** On the computer's day. */
    OfficeWork() {
        this(() -> LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    /** On the day that this clock says each time. */
    OfficeWork(Supplier<LocalDate> clock) {
        this.clock = clock;
    }

    static String messageFor(String step) {
        return MESSAGES.get(step);
    }

    Answer answer(String step, Random dice) {
        String today = clock.get().toString();
        return switch (step) {
            case "scheduleSurvey" -> of("officer1", "surveyDate", today, "surveyMethod", "VISIT");
            case "conductSurvey" -> survey(today, dice);
            case "verifyPostings" -> of("organisation", "fullMembersVerified", 5, "willingFullMembers", 2 + dice.nextInt(4));
            case "chooseMaterials" -> of("propaganda", "materials", "LAW_DIGEST,OWNER_BENEFITS");
            case "prepareMeeting" -> of("officer1", "meetingDate", today);
            case "meetOwner" -> meeting(today, dice);
            case "reviewPaused" -> of("board", "resume", dice.nextBoolean());
            case "formFoundingBoard" -> of("zoneunion", "foundingBoardFormed", dice.nextInt(8) > 0, "foundingBoardSize", 5);
            case "collectApplications" -> of("zoneunion", "signedApplications", 3 + dice.nextInt(20), "legalPerson", true);
            case "confirmApplications" -> of("zoneunion2", "confirmed", dice.nextInt(5) > 0);
            case "holdCongress" -> of("zoneunion", "congressDate", today, "congressForm", "FULL", "congressValid",
                    dice.nextInt(6) > 0, "committeeSize", 5);
            case "submitUnionFile" -> of("zoneunion", "submittedOn", today, "firstMeetingOn", today);
            case "recordUnionDecision" -> of("zoneunion", "unionDecision", one(dice, "RECOGNISED", "RECOGNISED", "DEFECTS"),
                    "decisionNumber", "12/QĐ-CĐ", "decisionDate", today);
            case "formYouthFoundingBoard" -> of("youth", "youthBoardFormed", dice.nextInt(6) > 0, "youthBoardSize", 3);
            case "collectYouthApplications" -> of("youth", "signedApplications", 10, "youthBranches", 1);
            case "holdYouthMeeting" -> of("youth", "meetingDate", today, "meetingValid", true, "committeeSize", 3);
            case "submitYouthFile" -> of("youth", "submittedOn", today);
            case "recordYouthDecision" -> of("youth", "youthUnionDecision", one(dice, "RECOGNISED", "RECOGNISED", "DEFECTS"),
                    "decisionNumber", "8/QĐ-ĐTN", "decisionDate", today);
            case "collectTransferWishes" -> of("organisation", "willingFullMembers", 3 + dice.nextInt(3));
            case "transferPostings" -> of("organisation", "transferredMembers", 3);
            case "prepareFoundingFile" -> of("officer1", "fileComplete", true);
            case "appraiseFoundingFile" -> of("organisation", "appraisal", one(dice, "PASS", "PASS", "RETURN"));
            case "decideCellFounding" -> of("committee", "cellDecision", one(dice, "FOUNDED", "FOUNDED", "RETURNED"),
                    "decisionNumber", "3-QĐ/ĐU", "decisionDate", today);
            case "announceCell" -> of("officer1", "announcedOn", today);
            case "handOver" -> of("officer1", "handOver", true, "handedOverOn", today);
            case "reviewWaiting" -> of("officer1", "stillFeasible", true);
            case "recordConsent" -> of("organisation", "consentGiven", true, "consentChannel", "PAPER");
            case "openCandidateFile" -> of("mobilecell", "fileComplete", true, "abroad", false);
            case "collectIntroductions" -> of("mobilecell", "introducerPair", "UNION_AND_ONE", "introducerMonths", 24);
            case "collectResolution" -> of("zoneunion", "resolutionOutcome", "INTRODUCED");
            case "collectOpinions" -> of("mobilecell", "opinionsComplete", true);
            case "verifyPersonalHistory" -> of("organisation", "verificationOutcome", "MET", "verifiedOn", today);
            case "holdCellVote" -> of("mobilecell", "eligibleVoters", 3, "yesVotes", 2, "voteDate", today);
            case "confirmVote" -> of("mobilecell2", "confirmed", true);
            case "decideAdmission" -> of("committee", "admissionDecision", "ADMITTED", "bodyMembers", 5, "bodyYes", 4,
                    "decisionNumber", "12-QĐ/ĐU", "decisionDate", today, "decisionReceivedOn", today);
            case "holdCeremony" -> of("mobilecell", "ceremonyDate", today);
            default -> throw new AssertionError("Nobody in this test knows how to do " + step);
        };
    }

    private static Answer survey(String today, Random dice) {
        if (dice.nextInt(6) == 0) {
            return of("officer1", "surveyResult", one(dice, "REFUSED", "UNREACHABLE"));
        }
        return of("officer1", "surveyResult", "COMPLETED", "conductedOn", today, "accessibility",
                one(dice, "EASY", "HARD", "UNKNOWN"), "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 0,
                "youthUnionMembers", one(dice, 0, 10), "youthBranches", 0, "fullMembers", 5, "probationaryMembers", 0,
                "shifts", 3, "note", "Đã gặp “ban giám đốc” <3 ca>");
    }

    private static Answer meeting(String today, Random dice) {
        String outcome = one(dice, "AGREED", "AGREED", "AGREED", "AGREED_WITH_CONDITIONS", "DEFERRED", "REFUSED");
        return of("officer1", "persuasionOutcome", outcome, "metOn", today, "obstacles", "OWNER_UNAWARE",
                "conditions", "Sinh hoạt ngoài ca sản xuất");
    }

    @SafeVarargs
    private static <T> T one(Random dice, T... choices) {
        return choices[dice.nextInt(choices.length)];
    }

    private static Answer of(String user, Object... namesAndValues) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Answer(user, fields);
    }
}
