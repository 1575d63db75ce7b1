package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What people read of every step, in forms and models: too many to be walked one by one in a browser. */
class EnglishWordsTest {

    private static final Set<String> READ = Set.of("label", "description", "text", "dateLabel", "timeLabel", "prefixAdorner", "suffixAdorner", "alt", "content");
    /** Codes of outcomes: the contract's names, for those who keep the models. */
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z_]{3,}\\b");
    private static final Pattern FILLED_IN = Pattern.compile("(?s)\\{\\{.*?}}|\\$\\{.*?}|^=.*");
    private static final Pattern NAMED = Pattern.compile("\\bname=\"([^\"]*)\"|<(?:bpmn:)?documentation[^>]*>([^<]*)<");
    /** The Vietnamese of t('…', '…') and t(`…`, `…`). */
    private static final Pattern SAID = Pattern.compile("\\bt\\(\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|`([^`]*)`)\\s*,");
    private static final Pattern PARAMETER = Pattern.compile("<camunda:(?:inputParameter|outputParameter|property|field)[^>]*>|<(?:bpmn:)?(?:message|signal|error|escalation)\\b[^>]*>");

    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    @ParameterizedTest
    @ValueSource(strings = {
        "Save", "Due date", "Loading…", "zoom out", "SAVE", "Chọn file", "Reset", "User profile", "Select", "Trang next", "DUE_DATE", "Field is required."
    })
    void englishIsFound(String text) {
        assertThat(EnglishWords.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Vận động chủ doanh nghiệp", "TNHH Thép Sóng Đông – MST 3500373703", "Ban Quản lý các KCN cho ý kiến theo mẫu in sẵn", "officer1",
        "enterpriseOutreach", "Chạy trên nền Camunda Platform / v7.24.0", "ctrl+alt+c", "Nguyễn Thị Hoa, Lê Văn Minh, Trần Quang Huy"
    })
    void vietnameseAndNamesPass(String text) {
        assertThat(EnglishWords.in(text)).isEmpty();
    }

    @Test
    void noFormSpeaksEnglish() throws IOException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        for (Resource form : files.getResources("classpath:/forms/*.form")) {
            read(form.getFilename(), Rest.JSON.readTree(form.getInputStream()), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noNameOrNoteInAModelIsEnglish() throws IOException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        for (Resource model : files.getResources("classpath:/processes/*.bpmn")) {
            String xml = PARAMETER.matcher(model.getContentAsString(StandardCharsets.UTF_8)).replaceAll("");
            Matcher named = NAMED.matcher(xml);
            while (named.find()) {
                note(model.getFilename(), named.group(1) == null ? CODE.matcher(named.group(2)).replaceAll("") : named.group(1), found);
            }
        }
        assertThat(found).isEmpty();
    }

    /** Dialogs and messages of the product's own pages and of its parts in Tasklist and Cockpit, whenever they are shown. */
    @Test
    void noTextOfTheProductsOwnScriptsIsEnglish() throws IOException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        int texts = 0;
        for (String scripts : new String[] {"/static/app/**/*.js", "/META-INF/resources/webjars/camunda/app/*/scripts/**/*.js"}) {
            for (Resource script : files.getResources("classpath:" + scripts)) {
                Matcher said = SAID.matcher(script.getContentAsString(StandardCharsets.UTF_8));
                while (said.find()) {
                    note(script.getFilename(), said.group(1) == null ? said.group(2) : said.group(1), found);
                    texts++;
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(texts).isGreaterThan(100);
    }

    private static void read(String form, JsonNode node, Map<String, SortedSet<String>> found) {
        node.fields().forEachRemaining(field -> {
            if (READ.contains(field.getKey()) && field.getValue().isTextual()) {
                note(form, field.getValue().asText(), found);
            }
        });
        node.forEach(part -> read(form, part, found));
    }

    private static void note(String file, String text, Map<String, SortedSet<String>> found) {
        SortedSet<String> words = EnglishWords.in(FILLED_IN.matcher(text).replaceAll(" "));
        if (!words.isEmpty()) {
            found.put(file + ": " + text.strip(), words);
        }
    }
}
