package vn.outreach.rules;

/**
 * What D1 says of an enterprise.
 *
 * @param priority 1 comes first
 * @param reason in Vietnamese
 */
public record Rank(int priority, String reason) {}
