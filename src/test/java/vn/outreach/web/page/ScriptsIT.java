package vn.outreach.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.NodeJs;

/** The scripts of the pages: types as their JSDoc says them, and the modules of {@code lib/} one by one. */
class ScriptsIT {

    private static final Path PAGES = Path.of("src/main/resources/static/app");
    private static final Path TESTS = Path.of("src/test/web");

    @ParameterizedTest
    @ValueSource(strings = {"lib", "pages", "parts"})
    void everyModuleIsChecked(String folder) throws IOException {
        assertThat(files(PAGES.resolve(folder), ".js")).isNotEmpty().allSatisfy(module ->
                assertThat(Files.readString(module)).startsWith("// @ts-check\n"));
    }

    @Test
    void typesAreAsTheyAreSaid() {
        assertThat(NodeJs.runPackage("typescript/lib/tsc.js", "-p", TESTS.toString())).isEmpty();
    }

    @Test
    void theLibraryDoesWhatItsTestsSay() throws IOException {
        // The modules have no package.json above them that says what they are.
        List<String> command = new ArrayList<>(List.of(NodeJs.node(), "--experimental-detect-module", "--test", "--test-reporter=tap"));
        files(TESTS, ".test.mjs").forEach(test -> command.add(test.toString()));
        assertThat(NodeJs.output(Path.of("."), command)).containsPattern("(?m)^# pass [1-9]").contains("# skipped 0", "# todo 0");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
