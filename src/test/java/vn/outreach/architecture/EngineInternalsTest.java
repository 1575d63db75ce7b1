package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * What of Camunda is used that is no public API: what a move to another engine of the family must look at.
 * {@code -Dinternals=write} writes the list anew.
 */
@AnalyzeClasses(packages = "vn.outreach", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineInternalsTest {

    private static final Path LIST = Path.of("src/docs/engine-internals.txt");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String OURS = "vn.outreach.";
    private static final Pattern INSIDE = Pattern.compile("org\\.camunda\\..*(\\.impl\\.|\\.spring\\.boot\\.starter\\.).*");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?(org\\.camunda\\.[a-z0-9.]+\\.(\\w+))[\\w.]*;");
    private static final Pattern FIELD = Pattern.compile(
            "EngineField\\.of\\(\\s*([\\w.]+)\\.class(\\.getSuperclass\\(\\))?,\\s*\"(\\w+)\",\\s*(\\w+)\\.class\\)");
    private static final Pattern FIELDS = Pattern.compile("EngineField\\.of\\(");

    /** A new use of the engine's inside is a decision, and stands in the list. */
    @ArchTest
    static void theListOfInternalsIsTrue(JavaClasses all) throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        Map<String, Set<String>> extensions = new TreeMap<>();
        Set<String> commands = new TreeSet<>();
        for (JavaClass own : all) {
            for (Dependency dependency : own.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (INSIDE.matcher(used.getName()).matches()) {
                    note(uses, used.getName(), own.getName());
                    if (used.isAssignableTo(Command.class)) {
                        commands.add(used.getName());
                    }
                }
            }
            Stream.concat(own.getRawSuperclass().stream(), own.getRawInterfaces().stream())
                    .filter(parent -> INSIDE.matcher(parent.getName()).matches())
                    .forEach(parent -> note(extensions, parent.getName(), own.getName()));
        }
        Map<String, Set<String>> fields = new TreeMap<>();
        for (Path file : sources()) {
            String own = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
            String source = Files.readString(file);
            // A constant is copied by the compiler: only the import shows where it came from.
            IMPORT.matcher(source).results().map(found -> found.group(1)).filter(INSIDE.asMatchPredicate())
                    .forEach(used -> note(uses, used, own));
            fieldsOf(source).forEach(field -> note(fields, field, own));
        }

        List<String> lines = new ArrayList<>();
        lines.add("# What of Camunda is used though it is no public API. -Dtest=EngineInternalsTest -Dinternals=write writes it anew.");
        list(lines, "commands of the engine that are looked at or given: by whom", uses, commands::contains);
        list(lines, "inside classes with a subclass or an implementation: which", extensions, name -> true);
        list(lines, "private fields of the engine: who reads them (RefusedCommand also looks for those of its list ABOUT)", fields, name -> true);
        list(lines, "all other inside classes: who uses them", uses, name -> !commands.contains(name) && !extensions.containsKey(name));
        if ("write".equals(System.getProperty("internals"))) {
            Files.write(LIST, lines);
        }
        assertThat(uses).hasSizeGreaterThan(100);
        assertThat(lines).isEqualTo(Files.readAllLines(LIST));
    }

    private static void list(List<String> lines, String title, Map<String, Set<String>> uses, Predicate<String> which) {
        Map<String, Set<String>> chosen = new TreeMap<>(uses);
        chosen.keySet().removeIf(which.negate());
        lines.add("");
        lines.add("# %d %s".formatted(chosen.size(), title));
        chosen.forEach((used, users) -> lines.add("%s: %s".formatted(used.replace("org.camunda.bpm.", ""), String.join(", ", users))));
    }

    private static void note(Map<String, Set<String>> uses, String used, String own) {
        uses.computeIfAbsent(used, any -> new TreeSet<>()).add(own.replace(OURS, "").replaceFirst("\\$.*", ""));
    }

    /** Class#field of each private field that a source reads. */
    private static List<String> fieldsOf(String source) {
        Map<String, String> imports = new TreeMap<>();
        IMPORT.matcher(source).results().forEach(found -> imports.put(found.group(2), found.group(1)));
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(source);
        while (field.find()) {
            assertThat(imports).containsKey(field.group(1));
            String superclass = field.group(2) == null ? "" : " (its superclass)";
            fields.add("%s#%s %s%s".formatted(imports.get(field.group(1)), field.group(3), field.group(4), superclass));
        }
        assertThat(fields).hasSize((int) FIELDS.matcher(source).results().count());
        return fields;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
