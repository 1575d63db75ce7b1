package vn.outreach.web.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Places for files on their way: each holds a thread until its file is there. So many in all, and so many for one
 * person: nobody's slow line keeps everybody else's files out.
 */
final class FilePlaces {

    /** What came of asking for a place. */
    enum Answer {
        TAKEN,
        FULL,
        PERSON_HAS_ENOUGH
    }

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    FilePlaces(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    synchronized Answer take(String person) {
        if (taken.getOrDefault(person, 0) >= mostOfOne) {
            return Answer.PERSON_HAS_ENOUGH;
        }
        if (all >= most) {
            return Answer.FULL;
        }
        all++;
        taken.merge(person, 1, Integer::sum);
        return Answer.TAKEN;
    }

    synchronized void free(String person) {
        all--;
        taken.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
    }
}
