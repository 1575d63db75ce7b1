package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package writes and reads which table: what imports do not show. {@code -Dtables=write} writes the list anew. */
class TableUseTest {

    private static final Path LIST = Path.of("src/docs/tables.txt");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    private static final Pattern CREATED = Pattern.compile("(?i)create (?:or replace )?(?:table|view) (?:if not exists )?(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package vn\\.outreach\\.?([\\w.]*);");
    private static final Set<String> TOLD_BY_ONE_MORE = Set.of("demo");

    private static final Map<String, Set<String>> WRITERS = new TreeMap<>();
    private static final Map<String, Set<String>> READERS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Set<String> tables = tables();
        for (Path file : files(Literals.SOURCES, ".java")) {
            String source = Files.readString(file);
            Matcher named = PACKAGE.matcher(source);
            String owner = named.find() ? named.group(1) : "";
            String sql = literals(source);
            for (String table : tables) {
                note(WRITERS, table, owner, sql, "(?i)\\b(?:insert into|update|delete from|merge into) " + table + "\\b");
                note(READERS, table, owner, sql, "(?i)(?<!delete )\\b(?:from|join) (?:lateral )?" + table + "\\b");
            }
        }
    }

    /** Rules about a table are asked where it is written; a second writer would go past them. */
    @Test
    void everyTableHasOneWriter() {
        Map<String, Set<String>> several = new LinkedHashMap<>();
        WRITERS.forEach((table, writers) -> {
            Set<String> others = new TreeSet<>(writers);
            others.removeAll(TOLD_BY_ONE_MORE);
            if (others.size() > 1) {
                several.put(table, others);
            }
        });
        assertThat(WRITERS).hasSizeGreaterThan(20);
        assertThat(several).isEmpty();
    }

    /** A new reader of another package's table is a decision, and stands in the list. */
    @Test
    void theListOfTablesIsTrue() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# table: packages that write it | packages that read it beside them");
        for (String table : tables()) {
            Set<String> writers = WRITERS.getOrDefault(table, Set.of());
            String readers = READERS.getOrDefault(table, Set.of()).stream()
                    .filter(reader -> !writers.contains(reader))
                    .collect(Collectors.joining(", "));
            lines.add("%s: %s | %s".formatted(table, String.join(", ", writers), readers).strip());
        }
        if ("write".equals(System.getProperty("tables"))) {
            Files.write(LIST, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(LIST));
    }

    private static void note(Map<String, Set<String>> uses, String table, String owner, String sql, String pattern) {
        if (Pattern.compile(pattern).matcher(sql).find()) {
            uses.computeIfAbsent(table, any -> new TreeSet<>()).add(owner);
        }
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path file : files(MIGRATIONS, ".sql")) {
            Matcher created = CREATED.matcher(Files.readString(file));
            while (created.find()) {
                tables.add(created.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    /** The texts of a source one behind the other, with single blanks; a statement may be put together of several. */
    private static String literals(String source) {
        return String.join("", Literals.of(source)).replaceAll("\\s+", " ");
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
