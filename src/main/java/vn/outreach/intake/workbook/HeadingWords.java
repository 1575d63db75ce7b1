package vn.outreach.intake.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** Which field a heading names: one of its aliases, or one of them among words that say nothing about it. */
final class HeadingWords {

    /** Of a person, whichever of these fields it is. */
    static final String PERSONAL = "\u0000person";

    private static final String GROUP = "group";
    /** A shorter word stands for something else too often to be found within others. */
    private static final int SHORTEST_ALONE = 3;

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, List<List<String>>> aliases = new LinkedHashMap<>();
    private final List<List<String>> personal = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> filler = new HashSet<>();

    HeadingWords(List<ListField> fields) {
        ListColumns.filler().forEach(each -> filler.addAll(List.of(each.split(" "))));
        for (ListField field : fields) {
            for (String alias : field.aliases()) {
                String folded = Folding.words(alias);
                List<String> words = List.of(folded.split(" "));
                if (field.personal() && field.name().equals(GROUP)) {
                    groups.add(folded);
                } else if (field.personal()) {
                    exact.putIfAbsent(folded, PERSONAL);
                    personal.add(words);
                } else {
                    exact.putIfAbsent(folded, field.name());
                    aliases.computeIfAbsent(field.name(), first -> new ArrayList<>())
                            .add(words);
                }
            }
        }
    }

    /** The field of a heading of one row, {@link #PERSONAL}, or null. */
    @Nullable
    String fieldOf(@Nullable String heading) {
        String folded = Folding.words(heading);
        if (folded.isEmpty()) {
            return null;
        }
        String field = exact.get(folded);
        if (field == null) {
            field = amongFiller(List.of(folded.split(" ")));
        }
        return field == null && isOfPerson(List.of(folded.split(" "))) ? PERSONAL : field;
    }

    /** A heading in the letters of Unicode, where it says something in them that it does not say as it stands. */
    String readable(String heading) {
        LegacyEncoding encoding = fieldOf(heading) == null ? LegacyEncoding.of(List.of(heading)) : null;
        String converted = encoding == null ? heading : encoding.toUnicode(heading);
        boolean sure = fieldOf(converted) != null || Folding.words(converted).contains(" ");
        return sure ? converted : heading;
    }

    /** The field of a heading of two rows, {@code upper} above {@code lower}. */
    @Nullable
    String fieldOf(@Nullable String upper, @Nullable String lower) {
        if (Folding.isBlank(upper) || Folding.isBlank(lower)) {
            return fieldOf(Folding.isBlank(upper) ? lower : upper);
        }
        String field = fieldOf(upper + " " + lower);
        if (field != null && !field.equals(PERSONAL)) {
            return field;
        }
        if (groups.contains(Folding.words(upper))) {
            return PERSONAL;
        }
        return field == null ? exact.get(Folding.words(lower)) : field;
    }

    /**
     * The field whose aliases, with filler around them, are all that the heading says; of several the one that says
     * most.
     */
    private @Nullable String amongFiller(List<String> heading) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, List<List<String>>> field : aliases.entrySet()) {
            int said = said(heading, field.getValue());
            if (said > most) {
                best = field.getKey();
                most = said;
            }
        }
        return best;
    }

    /** How many words of the heading are of aliases where the others are filler; -1 where some are neither. */
    private int said(List<String> heading, List<List<String>> ofField) {
        int[] said = new int[heading.size() + 1];
        Arrays.fill(said, 1, said.length, -1);
        for (int at = 0; at < heading.size(); at++) {
            if (said[at] < 0) {
                continue;
            }
            if (isFiller(heading.get(at))) {
                said[at + 1] = Math.max(said[at + 1], said[at]);
            }
            for (List<String> alias : ofField) {
                int end = at + alias.size();
                if (end <= heading.size() && heading.subList(at, end).equals(alias)) {
                    said[end] = Math.max(said[end], said[at] + alias.size());
                }
            }
        }
        return said[heading.size()];
    }

    private boolean isFiller(String word) {
        return filler.contains(word) || Character.isDigit(word.charAt(0));
    }

    private boolean isOfPerson(List<String> heading) {
        return personal.stream()
                .filter(alias -> alias.size() > 1 || alias.get(0).length() >= SHORTEST_ALONE)
                .anyMatch(alias -> Collections.indexOfSubList(heading, alias) >= 0);
    }
}
