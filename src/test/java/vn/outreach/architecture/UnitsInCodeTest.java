package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Organisation units are configuration: the code asks for a capability and knows none of them by name. */
class UnitsInCodeTest {

    private static final Path UNITS = Path.of("src/main/resources/units.yml");

    @Test
    void noUnitIsNamedInCode() throws IOException {
        List<String> units = units();
        assertThat(units).hasSizeGreaterThan(10);
        assertThat(found(String.join("|", units))).isEmpty();
    }

    @Test
    void theGroupOfAdministratorsIsNamedOnce() throws IOException {
        assertThat(found("camunda-admin")).containsExactly("vn/outreach/security/identity/Bootstrap.java: camunda-admin");
    }

    /** Literals outside the demo with one of these words, also within a statement or a sentence. */
    private static List<String> found(String words) throws IOException {
        Pattern word = Pattern.compile("(?<![\\w-])(?:" + words + ")(?![\\w-])");
        List<String> found = new ArrayList<>();
        Literals.ofTheProduct().forEach((file, literals) -> literals.stream()
                .filter(literal -> !file.startsWith("vn/outreach/demo"))
                .flatMap(literal -> word.matcher(literal).results())
                .forEach(match -> found.add(file + ": " + match.group())));
        return found;
    }

    private static List<String> units() throws IOException {
        Map<String, List<Map<String, Object>>> read = new Yaml().load(Files.readString(UNITS));
        return read.get("outreach.units").stream().map(unit -> (String) unit.get("id")).toList();
    }
}
