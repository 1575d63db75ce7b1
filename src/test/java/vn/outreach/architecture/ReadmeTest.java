package vn.outreach.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The README names every path that the tests walk, and nothing that is not there. With {@code -Dreadme=write} the lists
 * of paths are written first.
 */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST =
            Pattern.compile("@(?:Parameterized)?Test\\b[\\s\\S]*?\\bvoid (\\w+)\\(");
    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:)[^)#]+)\\)");
    private static final Pattern PATHS =
            Pattern.compile("<!-- paths of (\\w+) -->\\R([\\s\\S]*?)<!-- end of paths -->");

    private static String readme;

    @BeforeAll
    static void writeWhereAsked() throws IOException {
        readme = Files.readString(README);
        if ("write".equals(System.getProperty("readme"))) {
            readme = PATHS.matcher(readme).replaceAll(section -> Matcher.quoteReplacement("<!-- paths of " + section.group(1)
                    + " -->\n" + paths(section.group(1)) + "<!-- end of paths -->"));
            Files.writeString(README, readme);
        }
    }

    @Test
    void everyProcessHasItsSectionWithThePathsOfItsTests() {
        Map<String, String> written = PATHS.matcher(readme).results()
                .collect(toMap(section -> section.group(1), section -> section.group(2)));
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(Models.all().keySet());
        written.forEach((process, list) -> assertThat(list).as(process).isEqualTo(paths(process)));
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(LINK.matcher(readme).results().map(link -> Path.of(link.group(1)))).isNotEmpty().allSatisfy(
                file -> assertThat(file).exists());
    }

    private static String paths(String process) {
        String room = Rooms.processes().entrySet().stream()
                .filter(entry -> entry.getValue().equals(process))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no room mirrors " + process));
        return processTests(TESTS.resolve(room.replace('.', '/'))).stream()
                .flatMap(ReadmeTest::testMethods)
                .map(method -> "* `" + method + "`\n")
                .collect(joining());
    }

    private static List<Path> processTests(Path room) {
        if (!Files.exists(room)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(room)) {
            return files.filter(file -> file.toString().endsWith("ProcessTest.java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> testMethods(Path file) {
        try {
            return TEST.matcher(Files.readString(file)).results().map(test -> test.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
