package vn.outreach.rules;

/**
 * A limit of D10: {@code workingDays} or {@code months} counted from an act; {@code extensionDays} working days more at
 * most.
 */
public record TimeLimit(int workingDays, int months, From from, int extensionDays) {

    /** The act from whose day a limit counts. */
    public enum From {
        TASK_CREATED,
        SURVEY_DATE,
        MEETING_DATE,
        CONGRESS_DATE,
        VOTE_DATE,
        DECISION_ISSUED,
        DECISION_RECEIVED,
        PROBATION_END
    }
}
