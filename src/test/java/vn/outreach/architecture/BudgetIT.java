package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * How long this build took until all tests were through: prints the ten slowest classes, from the reports that they left, and
 * fails when the whole passes its budget by half. It runs behind all others, in a JVM of its own.
 */
@Tag("budget")
class BudgetIT {

    private static final int PRINTED = 10;
    private static final double TOO_MUCH = 1.5;

    private record TestClass(String name, double seconds) {}

    @Test
    void theBuildStaysWithinItsBudget() throws Exception {
        Instant begun = Instant.parse(System.getProperty("build.begun"));
        double minutes = (double) Duration.between(begun, Instant.now()).toSeconds() / Duration.ofMinutes(1).toSeconds();
        int budget = Integer.getInteger("budget.minutes");
        List<TestClass> fast = since(begun, "surefire-reports");
        List<TestClass> packaged = since(begun, "failsafe-reports");
        System.out.printf("The build took %.1f of %d minutes. The slowest classes, in seconds:%n", minutes, budget);
        Stream.of(fast, packaged).flatMap(List::stream)
                .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
                .limit(PRINTED)
                .forEach(each -> System.out.printf("%8.1f  %s%n", each.seconds(), each.name()));
        assertThat(fast).isNotEmpty();
        assertThat(packaged).isNotEmpty();
        assertThat(minutes).as("minutes of this build, of a budget of %d", budget).isLessThan(budget * TOO_MUCH);
    }

    private static List<TestClass> since(Instant begun, String folder) throws Exception {
        List<TestClass> classes = new ArrayList<>();
        for (Path report : reports(folder)) {
            if (!Files.getLastModifiedTime(report).toInstant().isBefore(begun)) {
                classes.add(read(report.toFile()));
            }
        }
        return classes;
    }

    private static List<Path> reports(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", folder))) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList();
        }
    }

    private static TestClass read(File report) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report).getDocumentElement();
        return new TestClass(suite.getAttribute("name"), Double.parseDouble(suite.getAttribute("time")));
    }
}
