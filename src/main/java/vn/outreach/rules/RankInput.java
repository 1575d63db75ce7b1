package vn.outreach.rules;

/**
 * What D1 asks of an enterprise. The table looks at the number of workers only to see whether they are many, so that
 * one number stands for all below the threshold and one for the others: few combinations are left to be asked.
 *
 * @param accessibility EASY, HARD or UNKNOWN
 * @param workerCount 0 where it is not known
 * @param manyWorkers from how many workers on an enterprise counts as large
 */
public record RankInput(boolean surveyed, String accessibility, boolean hasUnion, int workerCount, int manyWorkers) {

    public RankInput {
        workerCount = workerCount >= manyWorkers ? manyWorkers : 0;
    }
}
