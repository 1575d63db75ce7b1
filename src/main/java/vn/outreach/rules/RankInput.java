package vn.outreach.rules;

/**
 * What D1 asks of an enterprise.
 *
 * @param accessibility EASY, HARD or UNKNOWN
 * @param workerCount 0 where it is not known
 * @param manyWorkers from how many workers on an enterprise counts as large
 */
public record RankInput(boolean surveyed, String accessibility, boolean hasUnion, int workerCount, int manyWorkers) {}
