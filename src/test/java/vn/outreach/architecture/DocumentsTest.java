package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a document names exists: links, files, classes, settings, addresses, identifiers; and what the code says of documents. */
class DocumentsTest {

    /** A link inside the project; its part of a document, if any, is the second group. */
    static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");

    private static final Pattern FENCED = Pattern.compile("(?m)^```[\\s\\S]*?^```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TYPE = Pattern.compile("((?:[a-z0-9]+/)*)([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");
    private static final Pattern TWO_WORDS = Pattern.compile("[A-Z]\\w*[a-z0-9][A-Z]\\w*");
    private static final Pattern FILE =
            Pattern.compile("[\\w.*/-]+\\.(?:md|txt|yml|xml|java|js|css|html|json|properties|bpmn|dmn|form|svg|png)");
    private static final Pattern FOLDER = Pattern.compile("[a-z][\\w./-]*/");
    private static final Pattern SETTING = Pattern.compile("(?<![\\w/.-])outreach\\.[a-z][\\w-]*(?:\\.[\\w-]+)*");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\w)OUTREACH_[A-Z_]+");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:((?:(?:GET|POST|PUT|PATCH|DELETE),?)+) )?(?<![\\w}.*-])(/(?:api/v1|app)(?:[/:](?:[\\w{}.:-]|<\\w+>)*)*)(?!\\w)");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![\\w.-])[A-Za-z]\\w*(?:[a-z][A-Z]|_[A-Za-z])\\w*(?![\\w-])");
    private static final Pattern POINTER = Pattern.compile("(domain|lifecycle|contract)\\.md,? §([\\d.]*\\d)");

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main"), Path.of("src/test"), Path.of("processes"), Path.of("forms"));
    private static final Path JAVA = Path.of("src/main/java/vn/outreach");
    /** Made by a run, or somebody else's. */
    private static final Pattern NOT_OURS = Pattern.compile("(\\./)?(target|data)/.*");

    private static final NamesOfTheProduct NAMES = NamesOfTheProduct.read();

    @Test
    void everyLinkLeadsToAFile_andToItsSection() {
        List<String> dead = new ArrayList<>();
        Documents.all().forEach((document, text) -> LINK.matcher(text).results().forEach(link -> {
            Path file = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
            if (!Files.exists(file) || link.group(2) != null && !sections(Documents.text(file)).contains(link.group(2))) {
                dead.add(document + ": " + link.group());
            }
        }));
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPictureIsShown() {
        String documents = String.join("\n", Documents.all().values());
        assertThat(Documents.files(Documents.FOLDER.resolve("pictures"))).isNotEmpty()
                .allSatisfy(picture -> assertThat(documents).contains("pictures/" + picture.getFileName() + ")"));
    }

    @Test
    void everyClassExists() {
        List<String> unknown = new ArrayList<>();
        eachSpan((document, span) -> {
            MatchResult type = whole(TYPE, span);
            if (type != null && (!type.group(1).isEmpty() || TWO_WORDS.matcher(type.group(2)).matches())
                    && !NAMES.knowsType(type.group(1), type.group(2), type.group(3))) {
                unknown.add(document + ": " + span);
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFileAndFolderExists() {
        List<String> unknown = new ArrayList<>();
        eachSpan((document, span) -> Stream.of(span.replace("…/", "").replace("…", "").split("[\\s,]+"))
                .filter(word -> !NOT_OURS.matcher(word).matches() && !SETTING.matcher(word).matches())
                .map(word -> word.replaceAll("<[^>]*>", "*").replaceFirst("^\\./", ""))
                .filter(word -> FILE.matcher(word).matches() && !NAMES.knowsFile(word)
                        || FOLDER.matcher(word).matches() && !NAMES.knowsFolder(word)
                        || word.startsWith("src/") && !word.contains("*") && !Files.exists(Path.of(word)))
                .forEach(word -> unknown.add(document + ": " + word)));
        assertThat(unknown).isEmpty();
    }

    @Test
    void everySettingExists() {
        List<String> unknown = new ArrayList<>();
        eachSpan((document, span) -> {
            found(SETTING, span).filter(setting -> !NAMES.knowsSetting(setting)).forEach(it -> unknown.add(document + ": " + it));
            found(VARIABLE, span).filter(name -> !NAMES.knowsVariable(name)).forEach(it -> unknown.add(document + ": " + it));
        });
        assertThat(unknown).isEmpty();
    }

    /** Also in examples that stand in a block of their own. */
    @Test
    void everyAddressIsAnswered() {
        List<String> unknown = new ArrayList<>();
        Documents.all().forEach((document, text) -> ADDRESS.matcher(text.replace("http://localhost:8080", "")).results()
                .filter(address -> !NAMES.answers(address.group(1), address.group(2).replaceFirst("[.:]+$", "")))
                .forEach(address -> unknown.add(document + ": " + address.group())));
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyAddressOfTheApiIsInTheListOfRest() {
        List<MatchResult> listed = ADDRESS.matcher(Documents.text(Documents.FOLDER.resolve("rest.md"))).results().toList();
        assertThat(NAMES.addresses()).filteredOn(rule -> rule[2].startsWith("/api/v1/")).isNotEmpty().allSatisfy(rule ->
                assertThat(rule[1].split(",")).as(rule[2]).filteredOn(verb -> !verb.equals("HEAD")).allMatch(verb ->
                        listed.stream().anyMatch(address -> address.group(1) != null
                                && List.of(address.group(1).split(",")).contains(verb)
                                && NamesOfTheProduct.matches(rule[2].split("/"), address.group(2).split("/")))));
    }

    /** Ids of elements, fields, results, tables, columns, groups, tests: whatever is written as a name stands somewhere in the product. */
    @Test
    void everyIdentifierStandsInTheProduct() {
        List<String> unknown = new ArrayList<>();
        eachSpan((document, span) -> found(IDENTIFIER, span.replaceAll("<[^>]*>", " "))
                .filter(name -> !name.startsWith("OUTREACH_") && !name.startsWith("SPRING_"))
                .filter(name -> !span.startsWith("./mvnw") && !NAMES.words().contains(name))
                .forEach(name -> unknown.add(document + ": " + name)));
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyPackageStandsInTheMap() throws Exception {
        Set<String> readme = words(Documents.text(Documents.README));
        Set<String> map = words(Documents.text(Documents.FOLDER.resolve("map.md")));
        try (Stream<Path> packages = Files.list(JAVA)) {
            assertThat(packages.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
                    .allSatisfy(name -> assertThat(readme).contains(name))
                    .allSatisfy(name -> assertThat(map).contains(name));
        }
    }

    @Test
    void everySectionThatTheCodePointsToExists() {
        Map<String, String> documents = Map.of("domain", Documents.text(Documents.FOLDER.resolve("domain.md")),
                "lifecycle", Documents.text(Documents.FOLDER.resolve("contract.md")),
                "contract", Documents.text(Documents.FOLDER.resolve("contract.md")));
        List<String> dead = new ArrayList<>();
        Stream.concat(SOURCES.stream(), Stream.of(Documents.FOLDER)).flatMap(Documents::files)
                .filter(file -> file.toString().matches(".*\\.(java|yml|md|sql|bpmn|dmn|form)"))
                .forEach(file -> POINTER.matcher(Documents.text(file)).results()
                        .filter(pointer -> HEADING.matcher(documents.get(pointer.group(1))).results()
                                .noneMatch(heading -> heading.group(1).matches(Pattern.quote(pointer.group(2)) + "\\.? .*")))
                        .forEach(pointer -> dead.add(file + ": " + pointer.group())));
        assertThat(dead).isEmpty();
    }

    private static void eachSpan(BiConsumer<Path, String> reader) {
        Documents.all().forEach((document, text) -> found(SPAN, FENCED.matcher(text).replaceAll(""))
                .forEach(span -> reader.accept(document, span.substring(1, span.length() - 1))));
    }

    /** As the pages of code hosts name a heading: small letters, hyphens, no other signs. */
    private static Set<String> sections(String text) {
        return HEADING.matcher(text).results()
                .map(heading -> heading.group(1).toLowerCase().replaceAll("[^\\p{L}\\d _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static MatchResult whole(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.toMatchResult() : null;
    }

    private static Set<String> words(String text) {
        return Set.of(Stream.of(text.split("\\W+")).distinct().toArray(String[]::new));
    }
}
