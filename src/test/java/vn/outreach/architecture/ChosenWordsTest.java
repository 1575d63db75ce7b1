package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: nothing that people read says what {@code words/chosen-words.txt} does not use. */
class ChosenWordsTest {

    private static final Path LIST = Path.of("src/main/resources/words/chosen-words.txt");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern JAVA_LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SCRIPT_LITERAL = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`");
    private static final Pattern NAME = Pattern.compile("\\b(?:name|label)=\"([^\"]*)\"");
    private static final Pattern REGULATION = Pattern.compile("(?<![\\p{L}\\d])QD\\d+_\\d{4}");
    private static final Set<String> READ_IN_FORMS = Set.of("label", "text", "description", "placeholder", "submit", "suffixAdorner");

    private record Word(String chosen, List<String> unused, String others) {

        static Word of(String line) {
            String[] columns = line.split("\\|");
            assertThat(columns).as(line).hasSize(4);
            return new Word(columns[1].strip(), Arrays.stream(columns[2].split(";")).map(String::strip).toList(), columns[3].strip());
        }

        boolean mayStandIn(Text text) {
            return others.matches("(?s).*\\b" + text.kind + "\\b.*");
        }
    }

    private record Text(String kind, Path file, String text) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + text.strip();
        }
    }

    @Test
    void nothingThatPeopleRead_saysAWordThatIsNotUsed() throws IOException {
        List<Text> texts = texts();
        List<String> found = new ArrayList<>();
        for (Word word : words()) {
            for (String unused : word.unused) {
                Pattern pattern = pattern(unused);
                texts.stream().filter(text -> !word.mayStandIn(text) && pattern.matcher(text.text).find())
                        .forEach(text -> found.add("“%s”, not “%s”, in %s".formatted(word.chosen, unused, text)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyChosenWord_isUsed() throws IOException {
        List<Text> texts = texts();
        assertThat(words()).isNotEmpty().allSatisfy(word -> {
            Pattern pattern = pattern(word.chosen);
            assertThat(texts).as(word.chosen).anyMatch(text -> pattern.matcher(text.text).find());
        });
    }

    @Test
    void everyKindOfText_isLookedAt() throws IOException {
        assertThat(texts().stream().map(Text::kind).distinct())
                .contains("forms", "models", "pages", "mails", "refusals", "cockpit", "admin", "tasklist", "welcome", "settings", "documents");
    }

    /** A regulation is called by its number and title; its code is for machines. */
    @Test
    void noForm_showsTheCodeOfARegulation() throws IOException {
        assertThat(texts().stream().filter(text -> text.kind.equals("forms") && text.text.contains("{{ruleVersion}}"))).isEmpty();
        assertThat(texts().stream().filter(text -> text.kind.matches("forms|pages|mails|refusals"))
                .filter(text -> REGULATION.matcher(text.text).find() && !text.text.contains("replace("))).isEmpty();
    }

    private static Pattern pattern(String word) {
        return word.startsWith("=")
                ? Pattern.compile("^\\s*" + Pattern.quote(word.substring(1)) + "\\s*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                : Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<Word> words() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Word::of).toList();
    }

    private static List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        add(texts, "forms", Path.of("forms"), ".form", ChosenWordsTest::ofForm);
        add(texts, "models", Path.of("processes"), "mn", text -> found(NAME, text));
        add(texts, "pages", RESOURCES.resolve("static"), ".js", text -> found(SCRIPT_LITERAL, text));
        add(texts, "pages", RESOURCES.resolve("static"), ".html", Stream::of);
        for (String app : List.of("cockpit", "admin", "tasklist", "welcome")) {
            add(texts, app, RESOURCES.resolve(WEBAPPS + app), ".js", text -> found(SCRIPT_LITERAL, text));
            add(texts, app, RESOURCES.resolve(WEBAPPS + app), "vi.json", text -> strings(json(text)));
        }
        add(texts, "mails", RESOURCES.resolve("templates/mail"), ".txt", String::lines);
        add(texts, "refusals", Path.of("src/main/java"), ".java", text -> found(JAVA_LITERAL, text));
        add(texts, "settings", RESOURCES, ".yml", String::lines);
        add(texts, "settings", RESOURCES.resolve("words"), ".properties", String::lines);
        add(texts, "documents", Documents.README, ".md", String::lines);
        add(texts, "documents", Documents.FOLDER, ".md", String::lines);
        return texts;
    }

    private static void add(List<Text> texts, String kind, Path root, String ending, Function<String, Stream<String>> read) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> read.apply(text(file)).forEach(text -> texts.add(new Text(kind, file, text))));
        }
    }

    private static Stream<String> ofForm(String form) {
        List<String> read = new ArrayList<>();
        collect(json(form), read);
        return read.stream();
    }

    private static void collect(JsonNode node, List<String> read) {
        node.properties().forEach(property -> {
            if (READ_IN_FORMS.contains(property.getKey()) && property.getValue().isTextual()) {
                read.add(property.getValue().textValue());
            }
        });
        node.forEach(child -> collect(child, read));
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isTextual() ? Stream.of(node.textValue()) : node.valueStream().flatMap(ChosenWordsTest::strings);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
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
