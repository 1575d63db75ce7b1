package vn.outreach.lifecycle.caseevent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dialog of the product's pages (static/app/parts/event.js) draws this form by itself: it must stay within what that draws. */
class CaseEventFormTest {

    private static final Set<String> DRAWN = Set.of("text", "select", "textfield", "number", "datetime", "textarea");
    private static final String ONE = "eventType = \"(\\w+)\"";
    private static final Pattern CONDITION = Pattern.compile("=if " + ONE + "(?: or " + ONE + ")* then false else true");

    @Test
    void everyFieldIsOfAKindThatIsDrawn_andShownByTheEventAlone() throws IOException {
        Set<String> known = new TreeSet<>(Arrays.stream(CaseEvent.values()).map(CaseEvent::code).toList());
        for (JsonNode field : new ObjectMapper().readTree(Path.of("forms/caseEvent.form").toFile()).get("components")) {
            assertThat(DRAWN).as("%s", field.get("id")).contains(field.get("type").asText());
            String condition = field.at("/conditional/hide").asText(null);
            if (condition != null) {
                assertThat(condition).matches(CONDITION);
                Matcher event = Pattern.compile(ONE).matcher(condition);
                while (event.find()) {
                    assertThat(known).contains(event.group(1));
                }
            }
        }
    }
}
