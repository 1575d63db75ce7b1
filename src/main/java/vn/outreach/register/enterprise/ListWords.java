package vn.outreach.register.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** What lists write for names, zones and choices ({@code words/list-values.properties}). */
final class ListWords {

    private static final Properties WORDS = read();
    private static final Pattern LEGAL = words("legal.words");
    private static final Pattern ZONE = words("zone.words");
    private static final Map<String, Ownership> OWNERSHIP = ownership();

    private ListWords() {}

    /** A name without marks, case and words of legal forms; two names that are equal so may be one enterprise. */
    static String name(@Nullable String name) {
        return without(LEGAL, name);
    }

    /** A zone without marks, case and the words before its name. */
    static String zone(@Nullable String zone) {
        return without(ZONE, zone);
    }

    /** What a list says of the ownership; null for words that nobody knows. */
    static @Nullable Ownership ownership(String text) {
        return OWNERSHIP.get(Folding.words(text));
    }

    private static Map<String, Ownership> ownership() {
        Map<String, Ownership> words = new HashMap<>();
        for (Ownership each : Ownership.values()) {
            words.put(Folding.words(each.name()), each);
            words.put(Folding.words(each.label()), each);
            for (String word : WORDS.getProperty("ownership." + each.name()).split("\\|")) {
                words.put(Folding.words(word), each);
            }
        }
        return words;
    }

    private static String without(Pattern words, @Nullable String text) {
        String folded = Folding.words(text);
        String left =
                words.matcher(folded).replaceAll(" ").replaceAll(" +", " ").strip();
        return left.isEmpty() ? folded : left;
    }

    private static Pattern words(String key) {
        return Pattern.compile(Arrays.stream(WORDS.getProperty(key).split("\\|"))
                .map(Folding::words)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = ListWords.class.getResourceAsStream("/words/list-values.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
