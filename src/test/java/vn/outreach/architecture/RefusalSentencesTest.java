package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences are for people: which field is meant goes beside them, and nobody looks for it in them. */
class RefusalSentencesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final List<Path> SCRIPTS =
            List.of(Path.of("src/main/resources/static"), Path.of("src/main/resources/META-INF/resources"));
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\u00c0-\\u1ef9]");
    private static final Pattern CODE = Pattern.compile(" \\(([a-z][A-Za-z]+)\\)| \\([a-z]+[A-Z]\\w*[^)]*\\)|” \\(%s\\)");
    /** Words that people know. */
    private static final Set<String> WORDS = Set.of("zip", "script", "template", "altChunk");
    /** What is no amount: the number of a row, a year, a place. Amounts are written with their points, 9.999. */
    private static final Pattern UNGROUPED = Pattern.compile("(?iu)(?<!(?:số|mã|năm|dòng|cột|bảng|ô|chờ) |–)%d");
    private static final Pattern CUT_FROM_A_SENTENCE = Pattern.compile("message\\.(?:replace|match|split)\\(|test\\([^)]*message\\)");

    @Test
    void noSentenceNamesTheCodeOfAField() throws IOException {
        assertThat(files(List.of(JAVA), ".java").flatMap(file -> LITERAL.matcher(text(file)).results()
                        .map(literal -> literal.group(1))
                        .filter(literal -> VIETNAMESE.matcher(literal).find())
                        .filter(literal -> CODE.matcher(literal).results().anyMatch(code -> code.group(1) == null || !WORDS.contains(code.group(1))))
                        .map(literal -> file.getFileName() + ": " + literal)))
                .isEmpty();
    }

    @Test
    void noSentenceWritesAnAmountWithoutPoints() throws IOException {
        assertThat(files(List.of(JAVA), ".java").flatMap(file -> LITERAL.matcher(text(file)).results()
                        .map(literal -> literal.group(1))
                        .filter(literal -> VIETNAMESE.matcher(literal).find() && UNGROUPED.matcher(literal).find())
                        .map(literal -> file.getFileName() + ": " + literal)))
                .isEmpty();
    }

    @Test
    void noPageCutsTheFieldOutOfASentence() throws IOException {
        assertThat(files(SCRIPTS, ".js").filter(file -> CUT_FROM_A_SENTENCE.matcher(text(file)).find())).isEmpty();
    }

    private static Stream<Path> files(List<Path> roots, String ending) throws IOException {
        Stream<Path> all = Stream.empty();
        for (Path root : roots) {
            all = Stream.concat(all, Files.walk(root));
        }
        return all.filter(file -> file.toString().endsWith(ending));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
