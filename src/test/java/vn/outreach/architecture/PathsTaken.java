package vn.outreach.architecture;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.outreach.testing.PathRecord;

/** What the path tests of this build passed and wrote, on one database; see {@link PathRecord}. */
final class PathsTaken {

    private PathsTaken() {}

    /** The databases that all path tests ran on: PostgreSQL only in a run of everything. */
    static Stream<String> databases() {
        boolean onBoth = Boolean.getBoolean("everything") && !Boolean.getBoolean("skip.postgresql");
        return onBoth ? Stream.of("h2", "postgresql") : Stream.of("h2");
    }

    /** The ids of the elements of a process that were entered. */
    static Set<String> elements(String database, String process) {
        return words(database, PathRecord.ELEMENT).filter(words -> words[1].equals(process)).map(words -> words[2]).collect(toSet());
    }

    /** The results in the ledger of a phase. */
    static Set<String> results(String database, String phase) {
        return words(database, PathRecord.RESULT).filter(words -> words[1].equals(phase)).map(words -> words[3]).collect(toSet());
    }

    /** The results in the ledger of any phase. */
    static Set<String> results(String database) {
        return words(database, PathRecord.RESULT).map(words -> words[3]).collect(toSet());
    }

    private static Stream<String[]> words(String database, String kind) {
        List<String> lines = PathRecord.lines(database);
        if (lines.isEmpty()) {
            throw new IllegalStateException("No path test ran on " + database);
        }
        return lines.stream().map(line -> line.split(" ")).filter(words -> words[0].equals(kind));
    }
}
