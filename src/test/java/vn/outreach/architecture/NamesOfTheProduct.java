package vn.outreach.architecture;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What there is to be named in a document: files, classes, settings, addresses and words of the sources. */
record NamesOfTheProduct(
        Set<String> files, Set<String> words, Set<String> imports, Set<String> settings, List<String[]> addresses, Set<String> pages) {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<String> SOURCES = List.of("src", "processes", "forms");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern NAMED_SETTING = Pattern.compile("(?<![\\w.])outreach(?:\\.[\\w-]+)+");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);$");
    /** Sources by the ends of their names: what is searched for words. */
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|js|yml|sql|bpmn|dmn|form|txt|properties|json|html)");

    static NamesOfTheProduct read() {
        Set<String> files = new TreeSet<>(Set.of("README.md", "pom.xml", "LICENSE"));
        Set<String> words = new HashSet<>();
        Set<String> imports = new HashSet<>();
        Set<String> settings = new TreeSet<>();
        SOURCES.forEach(folder -> Documents.files(Path.of(folder)).forEach(file -> {
            files.add(file.toString());
            if (TEXT.matcher(file.toString()).matches()) {
                String text = Documents.text(file);
                WORD.matcher(text).results().forEach(word -> words.add(word.group()));
                IMPORT.matcher(text).results().forEach(type -> imports.add(type.group(1)));
                if (!file.startsWith("src/test")) {
                    NAMED_SETTING.matcher(text).results().forEach(setting -> settings.add(setting.group()));
                }
            }
        }));
        WORD.matcher(Documents.text(Path.of("pom.xml"))).results().forEach(word -> words.add(word.group()));
        files.stream().filter(file -> file.matches("src/main/resources/[\\w-]+\\.yml"))
                .forEach(file -> new Yaml().loadAll(Documents.text(Path.of(file))).forEach(tree -> flatten("", tree, settings)));
        List<String[]> addresses = Documents.lines(RESOURCES.resolve("access-rules.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .toList();
        Set<String> pages = new TreeSet<>();
        Documents.files(RESOURCES.resolve("static/app/pages")).map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".js")).forEach(name -> pages.add(name.replace(".js", "")));
        return new NamesOfTheProduct(files, words, imports, settings, addresses, pages);
    }

    private static void flatten(String prefix, Object tree, Set<String> settings) {
        settings.add(prefix);
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? key.toString() : prefix + "." + key, value, settings));
        }
    }

    /** A class of ours with that member, if one is named, or a class of somebody else's that ours import. */
    boolean knowsType(String folder, String name, String member) {
        return files.stream().filter(file -> file.endsWith("/" + folder + name + ".java")).anyMatch(file -> member == null
                        || Pattern.compile("\\b" + member + "\\b").matcher(Documents.text(Path.of(file))).find())
                || folder.isEmpty() && member == null && imports.contains(name);
    }

    /** A path, or the end of one; a star stands for a part of a name. */
    boolean knowsFile(String path) {
        Pattern end = Pattern.compile("(?:.*/)?" + Pattern.quote(path).replace("*", "\\E[^/]*\\Q"));
        return files.stream().anyMatch(file -> end.matcher(file).matches());
    }

    boolean knowsFolder(String path) {
        return files.stream().anyMatch(file -> ("/" + file).contains("/" + path));
    }

    boolean knowsSetting(String setting) {
        return settings.contains(setting);
    }

    /** As Spring reads a variable: without signs and capitals; or a variable that a setting names. */
    boolean knowsVariable(String variable) {
        String plain = variable.replace("_", "").toLowerCase();
        return words.contains(variable) || settings.stream().anyMatch(setting -> setting.replaceAll("[.-]", "").toLowerCase().equals(plain));
    }

    /** Is the address in the list of what is answered, with these verbs if any are named, and is there a page where it is a page's? */
    boolean answers(String verb, String address) {
        String[] parts = address.split("/");
        if (address.equals("/api/v1")) {
            return true;
        }
        if (address.startsWith("/app/") && pages.stream().noneMatch(page -> parts[2].equals(page) || parts[2].equals(page + "s"))) {
            return false;
        }
        List<String> verbs = addresses.stream().filter(rule -> matches(rule[2].split("/"), parts))
                .flatMap(rule -> Stream.of(rule[1].split(","))).toList();
        return verb == null ? !verbs.isEmpty() : verbs.containsAll(List.of(verb.split(",")));
    }

    /** Does this address follow that rule, part by part? */
    static boolean matches(String[] rule, String[] parts) {
        if (rule.length != parts.length) {
            return false;
        }
        for (int i = 0; i < rule.length; i++) {
            if (!rule[i].startsWith("{") && !rule[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
