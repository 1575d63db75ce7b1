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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * README.md is one page, every process has its paths in processes.md, and constructs.md is the index of today's models.
 * With {@code -Dreadme=write} the lists of paths and the index are written first.
 */
class ReadmeTest {

    private static final int LARGEST = 10 * 1024;
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST =
            Pattern.compile("@(?:Parameterized)?Test\\b[\\s\\S]*?\\bvoid (\\w+)\\(");
    private static final Pattern PATHS =
            Pattern.compile("<!-- paths of (\\w+) -->\\R([\\s\\S]*?)<!-- end of paths -->");
    private static final Pattern CONSTRUCTS =
            Pattern.compile("<!-- constructs -->\\R([\\s\\S]*?)<!-- end of constructs -->");

    @BeforeAll
    static void writeWhereAsked() throws IOException {
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(Documents.PROCESSES, PATHS.matcher(Documents.text(Documents.PROCESSES)).replaceAll(section ->
                    Matcher.quoteReplacement("<!-- paths of " + section.group(1) + " -->\n" + paths(section.group(1))
                            + "<!-- end of paths -->")));
            Files.writeString(Documents.CONSTRUCTS, CONSTRUCTS.matcher(Documents.text(Documents.CONSTRUCTS)).replaceAll(
                    Matcher.quoteReplacement("<!-- constructs -->\n" + Constructs.table() + "<!-- end of constructs -->")));
        }
    }

    @Test
    void everyProcessHasItsSectionWithThePathsOfItsTests() {
        Map<String, String> written = PATHS.matcher(Documents.text(Documents.PROCESSES)).results()
                .collect(toMap(section -> section.group(1), section -> section.group(2)));
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(Models.all().keySet());
        written.forEach((process, list) -> assertThat(list).as(process).isEqualTo(paths(process)));
    }

    @Test
    void theIndexOfConstructsIsOfTodaysModels() {
        assertThat(CONSTRUCTS.matcher(Documents.text(Documents.CONSTRUCTS)).results().map(section -> section.group(1)))
                .containsExactly(Constructs.table());
    }

    @Test
    void readmeIsOnePage_andNamesEveryProcess() throws IOException {
        assertThat(Files.size(Documents.README)).isLessThanOrEqualTo(LARGEST);
        String readme = Documents.text(Documents.README);
        assertThat(Models.all().keySet()).allSatisfy(process -> assertThat(readme).contains("(processes/" + process + ".bpmn)"));
    }

    @Test
    void everyDocumentIsFoundFromReadme() {
        String linked = Stream.of(Documents.README, Documents.FOLDER.resolve("decisions/README.md"))
                .flatMap(document -> DocumentsTest.LINK.matcher(Documents.text(document)).results()
                        .map((MatchResult link) -> document.resolveSibling(link.group(1)).normalize().toString()))
                .collect(joining("\n"));
        assertThat(Documents.all().keySet()).filteredOn(document -> !document.equals(Documents.README))
                .allSatisfy(document -> assertThat(linked.lines()).contains(document.toString()));
    }

    private static String paths(String process) {
        String folder = ProductClasses.processes().entrySet().stream()
                .filter(entry -> entry.getValue().equals(process))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no package mirrors " + process));
        return processTests(TESTS.resolve(folder.replace('.', '/'))).stream()
                .flatMap(ReadmeTest::testMethods)
                .map(method -> "* `" + method + "`\n")
                .collect(joining());
    }

    private static List<Path> processTests(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("ProcessTest.java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> testMethods(Path file) {
        return TEST.matcher(Documents.text(file)).results().map(test -> test.group(1));
    }
}
