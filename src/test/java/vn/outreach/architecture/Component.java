package vn.outreach.architecture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Something that somebody else wrote and that this product carries: a jar, what was shaded into a jar, or a script that
 * was bundled into the web applications.
 */
record Component(String group, String artifact, String version, String where) implements Comparable<Component> {

    static final String NPM = "npm";

    private static final Pattern REPOSITORY = Pattern.compile(".*?/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");
    private static final Pattern POM = Pattern.compile("META-INF/maven/.+/pom\\.properties");
    private static final Pattern SCRIPT = Pattern.compile(".*/camunda/.*\\.js(\\.LICENSE\\.txt)?");
    private static final Pattern NOTE = Pattern.compile("@license ((?:@[\\w-]+/)?[\\w.-]+)@(\\d[\\w.-]*)|(DOMPurify) (\\d[\\d.]*)"
            + "|(jQuery) JavaScript Library v(\\d[\\d.]*)");
    /** AngularJS and Bootstrap leave no note of their licence, but say in their code who they are. */
    private static final Pattern ANGULAR = Pattern.compile("full:\"([\\d.]+)\",major:");
    private static final Pattern BOOTSTRAP = Pattern.compile("\\.VERSION=\"([3-5]\\.[\\d.]+)\"");

    /** All that is on the class path of the tests: what is shipped, and what tests it. */
    static Set<Component> onTheClassPath() throws IOException {
        Set<Component> found = new TreeSet<>();
        for (String jar : jarsOnTheClassPath()) {
            found.add(ofRepository(jar));
            found.addAll(inside(Path.of(jar)));
        }
        return found;
    }

    /** Not asked of the class loader: it names only jars that hold something it was asked for. */
    private static List<String> jarsOnTheClassPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar")).toList();
    }

    /** A jar's place in the local repository says what it is, even if the jar itself does not. */
    private static Component ofRepository(String jar) {
        Matcher place = REPOSITORY.matcher(jar);
        if (!place.matches()) {
            throw new IllegalStateException("Not in a Maven repository: " + jar);
        }
        return new Component(place.group(1).replace('/', '.'), place.group(2), place.group(3), "class path");
    }

    /** What a jar says of the parts that were shaded or bundled into it. */
    private static List<Component> inside(Path jar) throws IOException {
        List<Component> found = new ArrayList<>();
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(entries.entries())) {
                if (tells(entry)) {
                    found.addAll(told(entry, entries.getInputStream(entry), jar.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** The same of a jar within a jar. */
    static List<Component> inside(InputStream jar, String name) throws IOException {
        List<Component> found = new ArrayList<>();
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (tells(entry)) {
                found.addAll(told(entry, entries, name));
            }
        }
        return found;
    }

    private static boolean tells(ZipEntry entry) {
        return POM.matcher(entry.getName()).matches() || SCRIPT.matcher(entry.getName()).matches();
    }

    private static List<Component> told(ZipEntry entry, InputStream content, String jar) throws IOException {
        return POM.matcher(entry.getName()).matches()
                ? List.of(ofProperties(content, jar))
                : ofScript(new String(content.readAllBytes(), StandardCharsets.UTF_8), jar + "!/" + entry.getName());
    }

    private static Component ofProperties(InputStream text, String where) throws IOException {
        Properties pom = new Properties();
        pom.load(text);
        return new Component(
                pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version"), where);
    }

    private static List<Component> ofScript(String text, String where) {
        List<Component> found = new ArrayList<>();
        Matcher note = NOTE.matcher(text);
        while (note.find()) {
            int name = note.group(1) != null ? 1 : note.group(3) != null ? 3 : 5;
            found.add(new Component(NPM, note.group(name).toLowerCase(), note.group(name + 1), where));
        }
        ANGULAR.matcher(text).results().forEach(it -> found.add(new Component(NPM, "angular", it.group(1), where)));
        BOOTSTRAP.matcher(text).results().forEach(it -> found.add(new Component(NPM, "bootstrap", it.group(1), where)));
        return found;
    }

    String coordinates() {
        return group + ":" + artifact;
    }

    @Override
    public int compareTo(Component other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return coordinates() + ":" + version + " (" + where + ")";
    }
}
