package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A name of the models stands in code once, in the process's own class; whoever needs it takes the constant. */
class ProcessNamesInCodeTest {

    private static final Path MODELS = Path.of("processes");
    /** {@code …Process} of each process, and three lists for packages that may not know these: names stand here. */
    private static final Pattern MIRRORS = Pattern.compile(
            ".*/lifecycle/.*Process\\.java|.*/base/value/ProcessKeys\\.java|.*/register/ledger/KnownSteps\\.java"
                    + "|.*/process/CaseVariables\\.java");
    /** The same word as the name of something else. */
    private static final Set<String> OTHER_THINGS = Set.of(
            // The field of the form of the step handOver: whether the case is handed over.
            "vn/outreach/base/value/KnownFields.java: handOver");

    private static final Pattern CONSTANT = Pattern.compile("static final String \\w+ = \"([\\w.]+)\";");
    private static final Pattern VARIABLE_BY_TEXT = Pattern.compile(
            "(?:[gs]et|has|remove)Variable\\w*\\(\\s*(?:\\w+,\\s*)?\"(\\w+)\"|variables\\.(?:get|put)\\(\"(\\w+)\"");

    private static final Set<String> KEYS = new TreeSet<>();
    private static final Set<String> ELEMENTS = new TreeSet<>();
    private static final Set<String> STEPS = new TreeSet<>();
    private static final Set<String> MESSAGES = new TreeSet<>();
    /** Every word of the models, also of expressions. */
    private static final Set<String> WORDS = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> models = Files.list(MODELS)) {
            for (Path model : models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String xml = Files.readString(model);
                collect(KEYS, xml, "<bpmn:process id=\"(\\w+)\"");
                collect(ELEMENTS, xml, "<bpmn:\\w+ id=\"([a-zA-Z]+_\\w+)\"");
                collect(STEPS, xml, "<bpmn:(?:user|service|send|receive)Task id=\"[a-zA-Z]+_(\\w+)\"");
                collect(MESSAGES, xml, "<bpmn:message id=\"\\w+\" name=\"([\\w.]+)\"");
                collect(WORDS, xml, "(\\w+)");
            }
        }
    }

    @Test
    void keysElementsAndMessagesAreConstants() throws IOException {
        assertThat(KEYS).hasSizeGreaterThan(9);
        assertThat(STEPS).hasSizeGreaterThan(50);
        assertThat(MESSAGES).hasSizeGreaterThan(10);
        Set<String> found = new TreeSet<>();
        Literals.ofTheProduct().forEach((file, literals) -> {
            if (!isMirror(file) && !isDemo(file)) {
                literals.forEach(literal -> names(literal).forEach(name -> found.add(file + ": " + name)));
            }
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(OTHER_THINGS);
    }

    /** A constant whose name is gone from the models would be asked for in vain. */
    @Test
    void whatTheMirrorsNameIsInTheModels() throws IOException {
        Set<String> words = new TreeSet<>(WORDS);
        words.addAll(STEPS);
        words.addAll(MESSAGES);
        List<String> unknown = new ArrayList<>();
        int constants = 0;
        for (Path file : Literals.ofTheProduct().keySet()) {
            if (isMirror(file) && !file.endsWith("CaseVariables.java")) {
                List<String> names = CONSTANT.matcher(Files.readString(Literals.SOURCES.resolve(file))).results()
                        .map(match -> match.group(1)).toList();
                constants += names.size();
                names.stream().filter(name -> !words.contains(name)).forEach(name -> unknown.add(file + ": " + name));
            }
        }
        assertThat(constants).isGreaterThan(30);
        assertThat(unknown).isEmpty();
    }

    @Test
    void variablesAreReadAndWrittenByConstants() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : Literals.ofTheProduct().keySet()) {
            if (!isMirror(file) && !isDemo(file)) {
                VARIABLE_BY_TEXT.matcher(Files.readString(Literals.SOURCES.resolve(file))).results()
                        .forEach(match -> found.add(file + ": " + match.group()));
            }
        }
        assertThat(found).isEmpty();
    }

    /** The literal itself, or what stands within in the quotation marks of SQL. */
    private static Stream<String> names(String literal) {
        Stream<String> quoted = Pattern.compile("'(\\w+)'").matcher(literal).results().map(match -> match.group(1))
                .filter(name -> KEYS.contains(name) || STEPS.contains(name));
        return isName(literal) ? Stream.concat(Stream.of(literal), quoted) : quoted;
    }

    private static boolean isName(String literal) {
        return KEYS.contains(literal) || ELEMENTS.contains(literal) || STEPS.contains(literal) || MESSAGES.contains(literal);
    }

    private static boolean isMirror(Path file) {
        return MIRRORS.matcher(file.toString()).matches();
    }

    private static boolean isDemo(Path file) {
        return file.startsWith("vn/outreach/demo");
    }

    private static void collect(Set<String> names, String xml, String pattern) {
        Pattern.compile(pattern).matcher(xml).results().map(match -> match.group(1)).forEach(names::add);
    }
}
