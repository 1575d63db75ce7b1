package vn.outreach.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds English in a Vietnamese text. Vietnamese is written in syllables of few shapes: a word of Latin letters without
 * marks that is no such syllable is foreign, whether or not anybody thought of it. The few English words that look like
 * syllables are listed; words in capitals, which may be abbreviations, are English when Camunda's English labels have them.
 * Names for programs (with digits, underscores, dots, capitals inside) are no words.
 */
final class EnglishWords {

    /** Products, formats, keys of the keyboard, and the guide's example of a search without marks. */
    private static final Set<String> NAMES = Set.of(
            "xlsx", "unicode", "camunda", "platform", "bpmn", "dmn", "xml", "json", "csv", "api", "pdf", "word", "excel", "docx", "javascript", "ctrl", "alt", "shift",
            "enter", "esc", "tab", "url", "thep");

    /** A syllable without marks has the level tone, which none that ends in c, ch, p or t can have. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
                    + "(?:a|ai|ao|au|ay|e|eo|i|ia|iu|o|oa|oai|oe|oi|u|ua|ui|uy|uya|ue|y)(?:nh|ng|[mn])?");

    private static final Set<String> LIKE_SYLLABLES =
            Set.of("the", "them", "then", "than", "due", "run", "is", "at", "of", "or", "if", "as", "we", "us", "up", "it", "by");

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final Pattern NAME_FOR_PROGRAMS = Pattern.compile(".*[\\d_@:.].*|.*\\p{Ll}\\p{Lu}.*");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
    private static final Pattern KEY = Pattern.compile("[A-Z]{2,}(?:_[A-Z]+)+");
    private static final Pattern LATIN = Pattern.compile("[a-z]{3,}");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|#\\d+);");
    private static final Set<String> LABELS = labels();

    private EnglishWords() {}

    static SortedSet<String> in(String text) {
        SortedSet<String> english = new TreeSet<>();
        // Camunda's tooltips show an "&" in a name as it stands in the page's source: no word.
        for (String token : ENTITY.matcher(text).replaceAll(" ").split("\\s+")) {
            String bare = AROUND.matcher(token).replaceAll("");
            if (isKeyOfLabel(bare)) {
                english.add(bare);
            } else if (!NAME_FOR_PROGRAMS.matcher(bare).matches()) {
                NO_LETTERS.splitAsStream(bare).filter(EnglishWords::isEnglish).forEach(english::add);
            }
        }
        return english;
    }

    /** A label that was not found is shown by its key, in capitals: DUE_DATE. */
    private static boolean isKeyOfLabel(String token) {
        return KEY.matcher(token).matches() && LABELS.contains(token.substring(0, token.indexOf('_')).toLowerCase(Locale.ROOT));
    }

    private static boolean isEnglish(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (NAMES.contains(small)) {
            return false;
        }
        if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            return LABELS.contains(small);
        }
        return LIKE_SYLLABLES.contains(small) || LATIN.matcher(small).matches() && !SYLLABLE.matcher(small).matches();
    }

    private static Set<String> labels() {
        Set<String> words = new HashSet<>();
        for (String app : APPS) {
            try (InputStream file = EnglishWords.class.getResourceAsStream(
                    "/META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json")) {
                String text = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "");
                Rest.JSON.readTree(text).get("labels").forEach(label -> wordsOf(label.asText()).forEach(words::add));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }

    private static Stream<String> wordsOf(String label) {
        return NO_LETTERS.splitAsStream(label.toLowerCase(Locale.ROOT)).filter(word -> LATIN.matcher(word).matches());
    }
}
