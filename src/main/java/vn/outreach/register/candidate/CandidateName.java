package vn.outreach.register.candidate;

import java.util.ArrayList;
import java.util.List;
import vn.outreach.base.text.Folding;

/**
 * A candidate's name as it is looked for in texts: its words side by side, in any order, with or without marks, apart
 * or written together. One word is no name. Two words are looked for with their marks, or in text without any: “Hòa
 * Bình” is a name, “hoa binh” may be, “hoả bỉnh” is neither.
 */
final class CandidateName {

    /** The words of a text in both forms; they stand side by side. */
    record Words(List<String> plain, List<String> marked) {

        static Words of(String text) {
            return new Words(split(Folding.words(text)), split(Folding.markedWords(text)));
        }

        /** The words that carry no mark; where one does, an empty word that no name has. */
        private List<String> bare() {
            return plain.size() != marked.size()
                    ? plain
                    : marked.stream()
                            .map(word -> plain.contains(word) ? word : "")
                            .toList();
        }

        private static List<String> split(String words) {
            return words.isEmpty() ? List.of() : List.of(words.split(" "));
        }
    }

    private final Words words;

    CandidateName(String name) {
        this.words = Words.of(name);
    }

    boolean isIn(Words text) {
        return switch (words.plain().size()) {
            case 0, 1 -> false;
            case 2 -> stands(words.marked(), text.marked()) || stands(words.plain(), text.bare());
            default -> stands(words.plain(), text.plain());
        };
    }

    /** Whether some words of the text, side by side, are the name's letters and nothing else. */
    private static boolean stands(List<String> name, List<String> text) {
        int length = name.stream().mapToInt(String::length).sum();
        for (int from = 0; from < text.size(); from++) {
            StringBuilder letters = new StringBuilder();
            for (int to = from; to < text.size() && letters.length() < length; to++) {
                letters.append(text.get(to));
            }
            if (letters.length() == length && isMadeOf(letters.toString(), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMadeOf(String letters, List<String> name) {
        if (name.isEmpty()) {
            return letters.isEmpty();
        }
        for (String word : name) {
            if (letters.startsWith(word)) {
                List<String> others = new ArrayList<>(name);
                others.remove(word);
                if (isMadeOf(letters.substring(word.length()), others)) {
                    return true;
                }
            }
        }
        return false;
    }
}
