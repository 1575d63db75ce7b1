package vn.outreach.rules;

/**
 * How long an enterprise may be without a call, visit or meeting.
 *
 * @param days of the calendar
 * @param reason in Vietnamese
 */
public record ContactInterval(int days, String reason) {}
