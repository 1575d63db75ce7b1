package vn.outreach.register.achievement;

import java.util.Set;

/**
 * A step whose record reaches a measure, as the phase that has it declares in a bean.
 *
 * @param results the results that count; empty where each of them does
 */
public record ReachingStep(Measure measure, String phase, String step, Set<String> results) {

    boolean reachedBy(String result) {
        return results.isEmpty() || results.contains(result);
    }
}
