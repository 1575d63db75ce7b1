package vn.outreach.architecture;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The list of components that must not come back: {@code known-bad-components.txt} says how a line reads. */
record KnownBad(List<Line> lines) {

    private static final Path LIST = Path.of("src/test/resources/known-bad-components.txt");
    private static final int COLUMNS = 5;

    record Line(boolean accepted, String component, String versions, String why, String where) {

        boolean matches(Component found) {
            return isNamed(found.coordinates()) && Stream.of(versions.split("\\s+")).allMatch(it -> holds(it, found.version()));
        }

        private boolean isNamed(String coordinates) {
            return component.endsWith("*")
                    ? coordinates.startsWith(component.substring(0, component.length() - 1))
                    : coordinates.equals(component);
        }

        private static boolean holds(String condition, String version) {
            if (condition.equals("*")) {
                return true;
            }
            int order = Version.parse(version).compareTo(Version.parse(condition.replaceFirst("^[<>=]+", "")));
            return switch (condition.replaceFirst("\\d.*$", "")) {
                case "<" -> order < 0;
                case ">=" -> order >= 0;
                case "=" -> order == 0;
                default -> throw new IllegalArgumentException("No condition: " + condition);
            };
        }
    }

    static KnownBad read() throws IOException {
        return new KnownBad(Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(KnownBad::line)
                .toList());
    }

    private static Line line(String text) {
        String[] columns = text.strip().split("\\s*\\|\\s*");
        if (columns.length != COLUMNS || !columns[0].matches("forbidden|accepted")) {
            throw new IllegalArgumentException("No line of the list: " + text);
        }
        return new Line(columns[0].equals("accepted"), columns[1], columns[2], columns[3], columns[4]);
    }

    List<Line> accepted() {
        return lines.stream().filter(Line::accepted).toList();
    }

    /** A sentence for each component that is forbidden and that no line accepts. */
    List<String> in(Collection<Component> components) {
        return components.stream()
                .filter(it -> accepted().stream().noneMatch(line -> line.matches(it)))
                .flatMap(it -> lines.stream()
                        .filter(line -> !line.accepted() && line.matches(it))
                        .map(line -> it + " is known to be bad (" + line.component() + " " + line.versions() + "): " + line.why()))
                .toList();
    }
}
