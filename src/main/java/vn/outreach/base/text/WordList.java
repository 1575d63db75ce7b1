package vn.outreach.base.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that say nothing about what is meant, such as legal forms before a name; and the files that such words stand
 * in.
 */
public final class WordList {

    private final Pattern words;

    private WordList(Pattern words) {
        this.words = words;
    }

    /** @param line words as they stand in a file, between bars */
    public static WordList of(String line) {
        return new WordList(Pattern.compile(Arrays.stream(line.split("\\|"))
                .map(Folding::words)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"))));
    }

    /** A file of {@code words/}. */
    public static Properties file(String name) {
        Properties words = new Properties();
        try (InputStream file = WordList.class.getResourceAsStream("/words/" + name)) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The text without marks, case and these words; one that is nothing but such words stays whole. */
    public String without(@Nullable String text) {
        String folded = Folding.words(text);
        String left =
                words.matcher(folded).replaceAll(" ").replaceAll(" +", " ").strip();
        return left.isEmpty() ? folded : left;
    }
}
