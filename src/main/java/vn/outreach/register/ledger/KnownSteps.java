package vn.outreach.register.ledger;

/**
 * Steps of the ledger that the register, lists and papers ask for: they are below the processes, so that these steps
 * have their names here and not with their process.
 */
public final class KnownSteps {

    public static final String SCHEDULE_SURVEY = "scheduleSurvey";
    /** Also the topic of letters that a system sends. */
    public static final String SEND_OFFICIAL_LETTER = "sendOfficialLetter";

    public static final String CONDUCT_SURVEY = "conductSurvey";
    public static final String PREPARE_MEETING = "prepareMeeting";
    public static final String MEET_OWNER = "meetOwner";
    public static final String COLLECT_APPLICATIONS = "collectApplications";
    public static final String HOLD_CONGRESS = "holdCongress";

    private KnownSteps() {}
}
