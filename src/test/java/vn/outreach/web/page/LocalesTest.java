package vn.outreach.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Camunda's own labels in Vietnamese: nothing missing, nothing left in English, nothing broken that the program fills in. */
class LocalesTest {

    private static final List<String> APPS = List.of("cockpit", "tasklist", "admin", "welcome");

    /** What the office does not want to read: an advertisement of the next product. */
    private static final String BANNER = "BANNER_CE_EOL_TEXT";

    /** English builds plurals by a label of its own; Vietnamese nouns have none. */
    private static final String PLURAL_ENDING = "s";

    /** Abbreviated in English, so the full stop ends no sentence. */
    private static final String ABBREVIATED = "ADD_PERMISSION";

    /** Names and values that are written alike in both languages. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "Camunda", "Camunda Cockpit", "Optimize", "ID", "ID*", "CSV", "JSON", "null", "<null>", "YYYY-MM-DDTHH:mm:ss");

    /** Names inside a label: products, techniques, keys of the keyboard, date patterns, the Vietnamese "v.v." and "mili giây". */
    private static final Set<String> NAMES = Set.of(
            "camunda", "cockpit", "tasklist", "optimize", "bpmn", "dmn", "xml", "json", "csv", "api", "ldap", "id", "ids",
            "null", "ctrl", "f", "ede", "fni", "pi", "yyyy", "mm", "ddthh", "ss", "mili", "v");

    /** English words that could be read as Vietnamese syllables, and are not. */
    private static final Set<String> ENGLISH = Set.of("the", "then", "them", "than", "on", "in", "no", "an", "can", "a", "i");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{\\w*}|%[sd]");
    private static final Pattern MARKUP = Pattern.compile("</?(?:a|b|i|br|code|div|em|li|p|span|strong|ul)\\b[^>]*>");
    private static final Pattern END = Pattern.compile("[:?!.…*]*$");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern NOT_A_WORD = Pattern.compile(PLACEHOLDER + "|" + MARKUP + "|&\\w+;");

    /** A syllable written without marks: it has the level tone, which none that ends in c, ch, p or t can have. */
    private static final Pattern PLAIN_SYLLABLE = Pattern.compile(
            "(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
                    + "(?:a|ai|ao|au|ay|e|eo|i|ia|iu|o|oa|oai|oe|oi|u|ua|ui|uy|y)(?:nh|ng|[mn])?");

    /** Vietnamese has no f, j, w and z: a word with a mark and one of these is a slip of the keyboard. */
    private static final Pattern FOREIGN_LETTER = Pattern.compile("[fjwz]");

    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @ParameterizedTest
    @FieldSource("APPS")
    void labels_areThoseOfTheEnglish_andNoneIsEmpty(String app) {
        Map<String, String> english = labels(app, "en");
        Map<String, String> vietnamese = labels(app, "vi");

        assertThat(without(english, vietnamese)).as("missing").isEmpty();
        assertThat(without(vietnamese, english)).as("not in the English").isEmpty();
        assertThat(vietnamese.get(BANNER)).isEmpty();
        assertThat(differing(english, vietnamese, (key, en, vi) -> vi.isBlank() == (en.isBlank() || mayBeEmpty(key, en)))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void placeholdersMarkupAndEnds_areThoseOfTheEnglish(String app) {
        Map<String, String> english = labels(app, "en");
        Map<String, String> vietnamese = labels(app, "vi");

        assertThat(differing(english, vietnamese, (key, en, vi) -> mayBeEmpty(key, en)
                || found(PLACEHOLDER, en).equals(found(PLACEHOLDER, vi)) && found(MARKUP, en).equals(found(MARKUP, vi)))).isEmpty();
        assertThat(differing(english, vietnamese, (key, en, vi) -> mayBeEmpty(key, en) || key.equals(ABBREVIATED)
                || end(en).equals(end(vi)) && spaces(en).equals(spaces(vi)))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void noLabel_isEnglish(String app) {
        Map<String, String> vietnamese = labels(app, "vi");

        assertThat(differing(labels(app, "en"), vietnamese, (key, en, vi) ->
                !vi.equals(en) || SAME_IN_BOTH.contains(vi.strip()) || !LETTERS.matcher(vi).find())).isEmpty();
        Map<String, Set<String>> foreign = new TreeMap<>();
        vietnamese.forEach((key, label) -> {
            Set<String> words = foreignWords(label);
            if (!words.isEmpty()) {
                foreign.put(key + ": " + label, words);
            }
        });
        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void dates_areWrittenAsInVietnam_andComplete(String app) {
        JsonNode english = locale(app, "en").path("dateLocales");
        JsonNode vietnamese = locale(app, "vi").path("dateLocales");

        assertThat(shape(vietnamese)).isEqualTo(shape(english));
        if (english.isMissingNode()) {
            return;
        }
        assertThat(vietnamese.at("/longDateFormat/L").asText()).isEqualTo("DD/MM/YYYY");
        assertThat(vietnamese.at("/longDateFormat/LT").asText()).isEqualTo("HH:mm");
        assertThat(vietnamese.at("/week/dow").asInt()).as("weeks begin on Monday").isOne();
        assertThat(vietnamese.at("/weekdays/0").asText()).isEqualToIgnoringCase("Chủ nhật");
        assertThat(vietnamese.at("/months/11").asText()).isEqualToIgnoringCase("tháng 12");
        vietnamese.path("relativeTime").properties().forEach(time -> {
            String en = english.path("relativeTime").path(time.getKey()).asText();
            assertThat(time.getValue().asText()).isNotEqualTo(en);
            assertThat(found(PLACEHOLDER, time.getValue().asText())).as(time.getKey()).isEqualTo(found(PLACEHOLDER, en));
        });
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void file_isComposedUnicode_withoutByteOrderMark(String app) {
        String text = new String(file(app, "vi"), StandardCharsets.UTF_8);

        assertThat(text).startsWith("{");
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void whatAppsShare_readsTheSameInAll() {
        Map<String, Map<String, String>> readings = new TreeMap<>();
        for (String app : APPS) {
            Map<String, String> vietnamese = labels(app, "vi");
            labels(app, "en").forEach((key, en) ->
                    readings.computeIfAbsent(key + ": " + en, text -> new TreeMap<>()).put(app, vietnamese.getOrDefault(key, "")));
        }

        readings.values().removeIf(byApp -> Set.copyOf(byApp.values()).size() == 1);
        assertThat(readings).isEmpty();
    }

    /** The check of foreign words itself: it must see through sentences that are half translated. */
    @Test
    void leftovers_areSeen() {
        assertThat(foreignWords("Đang tải process instance")).containsExactly("instance", "process");
        assertThat(foreignWords("Show all")).containsExactly("all", "show");
        assertThat(foreignWords("Xóa the biến")).containsExactly("the");
        assertThat(foreignWords("Tìm {{instance}} trong <a href=\"#/batch\">Camunda</a>, phóng to, do ai, không theo thang")).isEmpty();
    }

    private static boolean mayBeEmpty(String key, String english) {
        return key.equals(BANNER) || english.equals(PLURAL_ENDING);
    }

    private static Set<String> without(Map<String, String> labels, Map<String, String> others) {
        Set<String> keys = new TreeSet<>(labels.keySet());
        keys.removeAll(others.keySet());
        return keys;
    }

    private static Set<String> foreignWords(String label) {
        return WORD.matcher(NOT_A_WORD.matcher(label).replaceAll(" ")).results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .filter(word -> !NAMES.contains(word))
                .filter(word -> ENGLISH.contains(word) || !isVietnamese(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isVietnamese(String word) {
        return word.chars().allMatch(letter -> letter < 128)
                ? PLAIN_SYLLABLE.matcher(word).matches()
                : !FOREIGN_LETTER.matcher(word).find();
    }

    private static Map<String, String> differing(Map<String, String> english, Map<String, String> vietnamese, Agreement agreement) {
        Map<String, String> differing = new TreeMap<>();
        english.forEach((key, en) -> {
            String vi = vietnamese.getOrDefault(key, "");
            if (!agreement.holds(key, en, vi)) {
                differing.put(key, en + " | " + vi);
            }
        });
        return differing;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(String::strip).sorted().toList();
    }

    private static String end(String text) {
        Matcher end = END.matcher(text.strip());
        return end.find() ? end.group() : "";
    }

    /** Labels that are parts of a sentence carry their spaces with them. */
    private static String spaces(String text) {
        return (text.startsWith(" ") ? "before" : "") + (text.endsWith(" ") ? "after" : "");
    }

    private static Object shape(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> shape(entry.getValue())));
        }
        return node.isArray() ? node.size() : node.getNodeType();
    }

    private static Map<String, String> labels(String app, String language) {
        Map<String, String> labels = new HashMap<>();
        locale(app, language).path("labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        assertThat(labels).as(app + " in " + language).isNotEmpty();
        return labels;
    }

    private static JsonNode locale(String app, String language) {
        try {
            return STRICT.readTree(file(app, language));
        } catch (IOException e) {
            throw new IllegalStateException(app + " in " + language, e);
        }
    }

    private static byte[] file(String app, String language) {
        String name = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (InputStream file = LocalesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @FunctionalInterface
    private interface Agreement {
        boolean holds(String key, String english, String vietnamese);
    }
}
