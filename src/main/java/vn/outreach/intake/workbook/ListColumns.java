package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import vn.outreach.base.text.Folding;

/** By which words a column is recognised ({@code words/list-columns.properties}). */
public final class ListColumns {

    private static final Properties WORDS = words();
    private static final String PERSON = "person.";
    private static final String SEPARATOR = "\\|";

    private ListColumns() {}

    /**
     * The fields of a kind of list with their aliases, in the order given, and after them those of persons.
     *
     * @param kind such as REGISTER
     * @param fields the names of fields, and how each is read
     * @throws IllegalArgumentException when a field has no line in the file
     */
    public static List<ListField> of(String kind, Map<String, ValueKind> fields) {
        List<ListField> known = new ArrayList<>();
        fields.forEach((name, value) -> {
            String aliases = WORDS.getProperty(kind + "." + name, WORDS.getProperty("any." + name));
            if (aliases == null) {
                throw new IllegalArgumentException("No words for the column " + kind + "." + name);
            }
            known.add(new ListField(name, value, List.of(aliases.split(SEPARATOR)), false));
        });
        for (String key : new TreeSet<>(WORDS.stringPropertyNames())) {
            if (key.startsWith(PERSON)) {
                known.add(new ListField(
                        key.substring(PERSON.length()),
                        ValueKind.TEXT,
                        List.of(WORDS.getProperty(key).split(SEPARATOR)),
                        true));
            }
        }
        return known;
    }

    /** Words that say nothing about which column it is, folded. */
    static List<String> filler() {
        return List.of(WORDS.getProperty("filler").split(SEPARATOR)).stream()
                .map(Folding::words)
                .toList();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream file = ListColumns.class.getResourceAsStream("/words/list-columns.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
