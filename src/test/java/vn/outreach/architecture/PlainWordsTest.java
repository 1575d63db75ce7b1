package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources and documents use the field's plain words, and every package says what lives in it. */
class PlainWordsTest {

    private static final Path LIST = Path.of("src/test/resources/unused-words.txt");
    private static final Path PACKAGES = Path.of("src/main/java/vn/outreach");
    private static final List<Path> SEARCHED = List.of(
            Path.of("src/main"), Path.of("src/test/java"), Path.of("src/docs"), Path.of("processes"), Path.of("forms"),
            Path.of("README.md"), Path.of("pom.xml"));
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|js|css|html|yml|xml|txt|md|properties|factories|json|bpmn|dmn|form)");
    /** A migration never changes. */
    private static final Pattern RELEASED = Pattern.compile(".*/db/migration/.*");
    /** Before a text that may stand in a source although it holds an unused word. */
    private static final String EXCEPT = "except ";
    /** A word in a sentence, or a part of a name in small and capital letters. */
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    private static final Pattern LINE = Pattern.compile("(?m)^ \\* (.+)$");
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w+|\\w+(?=/)");
    private static final String BEGIN = "Begin at ";

    @Test
    void noSourceAndNoDocument_saysAnUnusedWord() {
        List<String> list = Documents.lines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        List<String> excepted = list.stream().filter(line -> line.startsWith(EXCEPT))
                .map(line -> line.substring(EXCEPT.length())).toList();
        Set<String> unused = list.stream().filter(line -> !line.startsWith(EXCEPT))
                .map(line -> line.split("\\|")[0].strip()).collect(Collectors.toSet());
        assertThat(unused).isNotEmpty();
        List<String> found = SEARCHED.stream().flatMap(Documents::files)
                .filter(file -> TEXT.matcher(file.toString()).matches() && !RELEASED.matcher(file.toString()).matches())
                .flatMap(file -> Stream.concat(Stream.of(file.getFileName().toString()), Documents.lines(file).stream())
                        .filter(line -> words(without(excepted, line)).anyMatch(unused::contains))
                        .map(line -> file + ": " + line.strip()))
                .toList();
        assertThat(found).isEmpty();
    }

    /** What lives here, what may not, and where to begin: a class of the package or a package below it. */
    @Test
    void everyPackage_saysWhatLivesInIt() throws IOException {
        Set<String> wanting = new TreeSet<>();
        try (Stream<Path> packages = Files.walk(PACKAGES)) {
            packages.filter(Files::isDirectory).filter(folder -> !explains(folder)).forEach(folder -> wanting.add(folder.toString()));
        }
        assertThat(wanting).isEmpty();
    }

    private static boolean explains(Path folder) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = LINE.matcher(Documents.text(file)).results().map(line -> line.group(1)).limit(3).toList();
        return lines.size() == 3 && lines.get(2).startsWith(BEGIN)
                && NAME.matcher(lines.get(2).substring(BEGIN.length())).results().map(name -> name.group())
                        .anyMatch(name -> Documents.files(folder).anyMatch(it -> it.getFileName().toString().equals(name + ".java"))
                                || Files.isDirectory(folder.resolve(name)));
    }

    private static String without(List<String> texts, String line) {
        String rest = line;
        for (String text : texts) {
            rest = rest.replace(text, "");
        }
        return rest;
    }

    /** In small letters, in the singular. */
    private static Stream<String> words(String line) {
        return WORD.matcher(line).results().map(word -> word.group().toLowerCase().replaceFirst("s$", ""));
    }
}
