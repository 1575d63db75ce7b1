package vn.outreach.security.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The list of what is allowed, read from {@code access-rules.txt}. What is not in it does not pass, whoever asks: there
 * is no rule that forbids, so none can be forgotten.
 */
@Component
class AccessRules {

    private static final String FILE = "access-rules.txt";
    /** The engine's REST API is served twice: to systems with Basic, and to the webapps with their session. */
    private static final String ENGINE = "ENGINE";

    private static final List<String> ENGINES = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Map<String, List<AccessRule>> byShape = new HashMap<>();
    private final List<AccessRule> openEnded = new ArrayList<>();
    private final Set<String> operations;

    /** @param operations the operator's functions that are switched on here */
    AccessRules(@Value("${outreach.operations}") Set<String> operations) {
        this.operations = Set.copyOf(operations);
        read().forEach(this::add);
    }

    /**
     * May somebody with these words send this verb to this address, decoded once and free of tricks? Who may read what
     * is there may also ask for its head.
     */
    boolean lets(Set<String> words, String verb, String path) {
        return rules(verb, path)
                        .filter(rule -> rule.operation() == null || operations.contains(rule.operation()))
                        .anyMatch(rule -> rule.who().stream().anyMatch(words::contains))
                || verb.equals(HEAD) && lets(words, GET, path);
    }

    /** The verbs that somebody with these words may send to this address. */
    Set<String> verbs(Set<String> words, String path) {
        return VERBS.stream().filter(verb -> lets(words, verb, path)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether this is an address for anybody, with any verb. */
    boolean know(String path) {
        return VERBS.stream().anyMatch(verb -> know(verb, path));
    }

    /** Whether this is an address for anybody, with this verb. */
    boolean know(String verb, String path) {
        return rules(verb, path).findAny().isPresent();
    }

    private Stream<AccessRule> rules(String verb, String path) {
        Stream<AccessRule> known = byShape.getOrDefault(shape(verb, path), List.of()).stream();
        return Stream.concat(known, openEnded.stream()).filter(rule -> rule.takes(verb, path));
    }

    private void add(AccessRule rule) {
        if (rule.isOpenEnded()) {
            openEnded.add(rule);
        } else {
            rule.verbs()
                    .forEach(verb -> byShape.computeIfAbsent(shape(verb, rule.path()), any -> new ArrayList<>())
                            .add(rule));
        }
    }

    private static String shape(String verb, String path) {
        return verb + AccessRule.parts(path);
    }

    private static List<AccessRule> read() {
        try {
            String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceAll("\\s*#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .flatMap(AccessRules::rules)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<AccessRule> rules(String line) {
        String[] columns = line.split("\\s+");
        if (columns.length < 3 || columns.length > 4) {
            throw new IllegalStateException(
                    "access-rules.txt: “" + line + "” is not: who, verbs, address, operation if any");
        }
        Set<String> who = words(columns[0], Roles.WORDS, line);
        Set<String> verbs = words(columns[1], VERBS, line);
        String operation = columns.length == 4 ? columns[3] : null;
        Stream<String> paths = columns[2].startsWith(ENGINE)
                ? ENGINES.stream().map(root -> root + columns[2].substring(ENGINE.length()))
                : Stream.of(columns[2]);
        return paths.map(path -> AccessRule.of(who, verbs, path, operation));
    }

    private static Set<String> words(String list, Set<String> known, String line) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(list.split(",")));
        if (!known.containsAll(words)) {
            throw new IllegalStateException("access-rules.txt: “" + line + "”: only " + known + " are known");
        }
        return words;
    }
}
