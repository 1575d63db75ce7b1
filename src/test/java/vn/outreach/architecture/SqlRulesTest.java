package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no SQL of ours does, because one of the two databases does not take it. */
class SqlRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern GOES_ON_AFTER_A_DUPLICATE = Pattern.compile(
            "catch \\([^)]*(?:DuplicateKey|DataIntegrityViolation|DataAccess|SQLIntegrityConstraint)[^)]*\\) \\{\\s*+(?://[^\\n]*+\\s*+)*+(?!throw )");

    /** PostgreSQL takes no statement in a transaction after one that failed: {@code base/database/Upsert} has the savepoint. */
    @Test
    void nobodyButUpsertGoesOnAfterADuplicateKey() {
        assertThat(sourcesWith(GOES_ON_AFTER_A_DUPLICATE)).containsExactly(Path.of("vn/outreach/base/database/Upsert.java"));
    }

    /** While a newer node adds a column, the older one beside it must not be answered that its plan has another result. */
    @Test
    void columnsAreNamed() {
        assertThat(sourcesWith(Pattern.compile("(?i)\\bselect\\s+(?:distinct\\s+)?(?:\\w+\\.)?\\*|,\\s*[a-z]\\w*\\.\\*\\s+from"))).isEmpty();
    }

    /** What is no draft stands in {@code approved_plan_row}; the others write the draft or count what it promises. */
    @Test
    void onlyThePlanItselfReadsRowsOfDrafts() {
        assertThat(sourcesWith(Pattern.compile("(?<!approved_)plan_row\\b"))).containsExactly(
                Path.of("vn/outreach/demo/DemoRegister.java"), Path.of("vn/outreach/lifecycle/plan/draft/PlanProposalFacts.java"),
                Path.of("vn/outreach/lifecycle/plan/draft/PlanSums.java"), Path.of("vn/outreach/lifecycle/plan/head/PlanHeads.java"),
                Path.of("vn/outreach/lifecycle/plan/result/PlanResultSums.java"), Path.of("vn/outreach/lifecycle/plan/row/PlanRanking.java"),
                Path.of("vn/outreach/lifecycle/plan/row/PlanRowProgress.java"), Path.of("vn/outreach/lifecycle/plan/row/PlanRowWriter.java"),
                Path.of("vn/outreach/lifecycle/plan/row/PlanRows.java"), Path.of("vn/outreach/lifecycle/plan/row/R__PlanRowUnits.java"));
    }

    private static List<Path> sourcesWith(Pattern pattern) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> pattern.matcher(text(file)).find())
                    .map(SOURCES::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
