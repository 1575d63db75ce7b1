package vn.outreach.intake.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.WordList;

/** By which words a column is recognised ({@code words/list-columns.properties}). */
public final class ListColumns {

    private static final Properties WORDS = WordList.file("list-columns.properties");
    private static final String PERSON = "person.";
    private static final String SEPARATOR = "\\|";

    private static final Pattern PIECE = Pattern.compile("\\[[^\\]]*]|[^\\[]+");

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
            known.add(new ListField(name, value, aliases(aliases), false));
        });
        for (String key : new TreeSet<>(WORDS.stringPropertyNames())) {
            if (key.startsWith(PERSON)) {
                known.add(new ListField(
                        key.substring(PERSON.length()), ValueKind.TEXT, aliases(WORDS.getProperty(key)), true));
            }
        }
        return known;
    }

    /** The aliases of a line; one with choices in brackets stands for each way to choose. */
    static List<String> aliases(String line) {
        List<String> aliases = new ArrayList<>();
        for (String alias : line.split(SEPARATOR)) {
            List<String> written = List.of("");
            Matcher piece = PIECE.matcher(alias);
            while (piece.find()) {
                List<String> before = written;
                written = Arrays.stream(piece.group().replaceAll("[\\[\\]]", "").split(";"))
                        .flatMap(choice -> before.stream().map(each -> each + choice))
                        .toList();
            }
            aliases.addAll(written);
        }
        return aliases;
    }

    /** Words that say nothing about which column it is, folded. */
    static List<String> filler() {
        return List.of(WORDS.getProperty("filler").split(SEPARATOR)).stream()
                .map(Folding::words)
                .toList();
    }
}
