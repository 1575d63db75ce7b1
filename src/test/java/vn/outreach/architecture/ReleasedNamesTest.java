package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/**
 * What databases and running cases of earlier releases name stays as it was: migrations to the letter, and the beans, forms,
 * messages and topics of every model. {@code -Dreleased=write} adds what is new to the list; nothing is taken from it.
 */
class ReleasedNamesTest {

    private static final Path LIST = Path.of("src/docs/released.txt");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*!?\\s*([a-z]\\w+)(?=[.}\\s])");
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"(\\w+)\"|camunda-forms:deployment:(?:forms/)?(\\w+)\\.form");

    private static final Set<String> PRESENT = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path file : files(MIGRATIONS, ".sql")) {
            PRESENT.add("migration %s %s".formatted(MIGRATIONS.relativize(file).toString().replace('\\', '/'), checksum(file)));
        }
        Set<String> beans = beans();
        beans.forEach(bean -> PRESENT.add("bean " + bean));
        for (Path file : files(Path.of("forms"), ".form")) {
            PRESENT.add("form " + Models.baseName(file));
        }
        Models.all().values().forEach(model -> {
            Models.elements(model, Message.class).forEach(message -> PRESENT.add("message " + message.getName()));
            Models.elements(model, ServiceTask.class).stream()
                    .map(ServiceTask::getCamundaTopic)
                    .filter(topic -> topic != null)
                    .forEach(topic -> PRESENT.add("topic " + topic));
        });
        if ("write".equals(System.getProperty("released"))) {
            Set<String> lines = new TreeSet<>(Files.readAllLines(LIST));
            lines.addAll(named(beans));
            Files.write(LIST, lines);
        }
    }

    @Test
    void whatWasReleasedIsThere() throws IOException {
        List<String> released = Files.readAllLines(LIST);
        assertThat(released).hasSizeGreaterThan(100);
        assertThat(PRESENT).containsAll(released);
    }

    /** What is not on the list could be changed unseen. */
    @Test
    void whatModelsAndMigrationsNameIsOnTheList() throws IOException {
        assertThat(Files.readAllLines(LIST)).containsAll(named(beans()));
    }

    /** Migrations, and of the rest what a model names. */
    private static Set<String> named(Set<String> beans) throws IOException {
        Set<String> named = new TreeSet<>();
        PRESENT.stream().filter(line -> line.startsWith("migration ") || line.startsWith("message ") || line.startsWith("topic "))
                .forEach(named::add);
        for (Path model : Models.files(".bpmn")) {
            String text = Files.readString(model);
            EXPRESSION.matcher(text).results().map(found -> found.group(1)).filter(beans::contains).forEach(bean -> named.add("bean " + bean));
            Matcher form = FORM.matcher(text);
            while (form.find()) {
                named.add("form " + (form.group(1) == null ? form.group(2) : form.group(1)));
            }
        }
        return named;
    }

    private static Set<String> beans() {
        SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
        new ClassPathBeanDefinitionScanner(registry).scan("vn.outreach");
        return new TreeSet<>(Set.of(registry.getBeanDefinitionNames()));
    }

    private static String checksum(Path file) throws IOException {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
