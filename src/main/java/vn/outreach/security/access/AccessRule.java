package vn.outreach.security.access;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code access-rules.txt}: who may send which verbs to which addresses.
 *
 * @param operation name of the operator's function that must be switched on ({@code outreach.operations}), or null
 */
record AccessRule(
        Set<String> who,
        Set<String> verbs,
        String path,
        Pattern address,
        @Nullable String operation) {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** What stands for a part of an address. Ids are narrow, so that no word of the API passes for one. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("{app}", "(?:tasklist|cockpit|admin|welcome)"),
            Map.entry("{plugin}", "[A-Za-z]{1,40}"),
            Map.entry("{uuid}", UUID),
            Map.entry("{definition}", "(?:[A-Za-z][A-Za-z0-9]*:\\d{1,9}:)?" + UUID),
            Map.entry("{activity}", "[^/]{1,255}"),
            Map.entry("{key}", "[A-Za-z][A-Za-z0-9]{0,99}"),
            Map.entry("{name}", "[A-Za-z][A-Za-z0-9_]{0,99}"),
            Map.entry("{user}", "(?!(?:count|create)(?:/|$))[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}"),
            Map.entry("{number}", "\\d{1,18}"),
            Map.entry("{text}", "[^/]{1,200}"),
            Map.entry("**", ".{0,500}"));

    static AccessRule of(Set<String> who, Set<String> verbs, String path, @Nullable String operation) {
        return new AccessRule(Set.copyOf(who), Set.copyOf(verbs), path, Pattern.compile(regex(path)), operation);
    }

    boolean takes(String verb, String decodedPath) {
        return verbs.contains(verb) && address.matcher(decodedPath).matches();
    }

    /** How many parts the address has; a rule that ends in {@code **} takes any number. */
    boolean isOpenEnded() {
        return path.endsWith("**");
    }

    static int parts(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }

    private static String regex(String path) {
        StringBuilder regex = new StringBuilder();
        for (String part : path.split("(?<=/)|(?=/)")) {
            regex.append(PLACES.containsKey(part) ? PLACES.get(part) : Pattern.quote(literal(part, path)));
        }
        return regex.toString();
    }

    private static String literal(String part, String path) {
        if (part.contains("{") || part.contains("*")) {
            throw new IllegalStateException(
                    "access-rules.txt: “" + part + "” in " + path + " is no known place holder");
        }
        return part;
    }
}
