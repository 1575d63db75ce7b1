package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is really on the class path, with what was shaded into it, against the list of known-bad components. */
class KnownBadComponentsTest {

    private static KnownBad list;
    private static Set<Component> components;

    @BeforeAll
    static void look() throws IOException {
        list = KnownBad.read();
        components = Component.onTheClassPath();
    }

    @Test
    void nothingKnownToBeBadHasComeBack() {
        assertThat(list.in(components)).isEmpty();
    }

    /** Else the test above would pass on an empty list: a jar, a shaded part and three scripts that are there for sure. */
    @Test
    void theLookIntoJarsAndBundlesFindsSomething() {
        assertThat(components).extracting(Component::coordinates).contains(
                "org.apache.tomcat.embed:tomcat-embed-core", "org.camunda.feel:feel-engine", "com.h2database:h2",
                "npm:angular", "npm:bootstrap", "npm:jquery", "npm:lodash", "npm:dompurify");
    }

    @Test
    void whatIsAcceptedIsStillThere_andSoIsItsGuard() {
        for (KnownBad.Line line : list.accepted()) {
            assertThat(components).as("%s is accepted but gone: its line goes too", line).anyMatch(line::matches);
            if (!line.component().startsWith(Component.NPM)) {
                assertThat(getClass().getClassLoader().getResource(line.where().replace('.', '/') + ".class"))
                        .as("the guard of %s", line)
                        .isNotNull();
            }
        }
    }

    /** One old version of each kind, as a careless dependency would bring it back. */
    @ParameterizedTest
    @CsvSource({
        "org.apache.tomcat.embed, tomcat-embed-core, 10.1.61", "org.springframework.boot, spring-boot, 3.5.11",
        "org.springframework, spring-core, 6.2.9", "org.springframework.boot, spring-boot-devtools, 3.5.16",
        "com.fasterxml.jackson.core, jackson-databind, 2.21.4", "com.fasterxml.jackson.core, jackson-annotations, 2.20",
        "org.postgresql, postgresql, 42.7.11", "org.apache.commons, commons-lang3, 3.17.0",
        "ch.qos.logback, logback-core, 1.5.18", "org.apache.groovy, groovy-jsr223, 5.0.0",
        "org.openjdk.nashorn, nashorn-core, 15.6", "org.graalvm.js, js-scriptengine, 25.0.0", "org.mozilla, rhino-engine, 1.8.0",
        "org.jruby, jruby-complete, 10.0.0.0", "org.python, jython-standalone, 2.7.4", "com.thoughtworks.xstream, xstream, 1.4.21",
        "log4j, log4j, 1.2.17", "commons-collections, commons-collections, 3.2.2", "org.yaml, snakeyaml, 1.33",
        "org.camunda.feel, feel-engine, 1.19.3", "org.camunda.feel, feel-engine, 1.21.0", "npm, angular, 1.8.3",
        "npm, dompurify, 3.2.3"
    })
    void anOldVersionIsFound(String group, String artifact, String version) {
        assertThat(list.in(List.of(new Component(group, artifact, version, "test")))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.tomcat.embed, tomcat-embed-core, 10.1.100", "com.fasterxml.jackson.core, jackson-annotations, 2.21",
        "com.fasterxml.jackson.core, jackson-databind, 2.21.5", "org.camunda.feel, feel-engine, 1.19.6",
        "org.camunda.feel, feel-engine, 1.22.1", "org.yaml, snakeyaml, 2.0", "org.springframework, spring-core, 6.2.17"
    })
    void aRepairedVersionPasses(String group, String artifact, String version) {
        assertThat(list.in(List.of(new Component(group, artifact, version, "test")))).isEmpty();
    }
}
