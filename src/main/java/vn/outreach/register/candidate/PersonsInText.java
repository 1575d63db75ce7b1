package vn.outreach.register.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.FreeTextRule;
import vn.outreach.base.text.PrivateDetails;
import vn.outreach.base.value.KnownFields;
import vn.outreach.security.identity.PersonalData;

/**
 * Refuses texts that name a candidate, of whichever enterprise, or hold a telephone number or a mail address: personal
 * data belong into the restricted records alone. One query for all candidates' names, and only where a text has words.
 * The sentence tells nobody that the person is a candidate.
 */
@Component
final class PersonsInText implements FreeTextRule {

    /** Days, yes and no, references: nothing that anybody wrote. */
    private static final Pattern NO_TEXT =
            Pattern.compile("true|false|[0-9]{4}-[0-9]{2}-[0-9]{2}|UV-[0-9]{4}-[0-9]{4}|");
    /** Logins and tax codes may look like telephone numbers and mail addresses. */
    private static final Set<String> IDS = Set.of("user", "person", "deputy", "responsibleMember", "enterprise");

    private static final String CODE = "Code";
    /** Companies and streets are called after people. */
    private static final Set<String> PUBLIC_NAMES = Set.of("parentCompany", "address", "enterpriseName");
    /** The enterprise's, where it is the whole of what is sent; within something else a name is another thing's. */
    private static final String NAME = "name";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]*");

    private final JdbcClient jdbc;

    PersonsInText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Text(String field, String text) {}

    @Override
    public void check(Map<String, ?> values) {
        List<Text> texts = new ArrayList<>();
        values.forEach((field, value) -> collect(field, value, texts));
        texts.stream()
                .filter(text -> PrivateDetails.isIn(text.text()))
                .findFirst()
                .ifPresent(text -> {
                    throw Refusal.invalid(
                            "private-detail", text.field(), "Không ghi số điện thoại, thư điện tử ở đây.");
                });
        texts.removeIf(text -> NAME.equals(text.field())
                || PUBLIC_NAMES.contains(last(text.field()))
                || NO_WORD.matcher(text.text()).matches());
        if (texts.isEmpty()) {
            return;
        }
        List<CandidateName> names = names();
        for (Text text : texts) {
            CandidateName.Words words = CandidateName.Words.of(text.text());
            if (names.stream().anyMatch(name -> name.isIn(words))) {
                throw Refusal.invalid(
                        "candidate-named",
                        text.field(),
                        "Không ghi họ tên người ở đây: chỉ ghi chức danh, bộ phận hoặc mã hồ sơ.");
            }
        }
    }

    private List<CandidateName> names() {
        return jdbc.sql("select name from candidate where name is not null").query(String.class).list().stream()
                .map(CandidateName::new)
                .toList();
    }

    /** Answers that are about persons by their nature have readers of their own. */
    private static void collect(String field, Object value, List<Text> texts) {
        if (PersonalData.FIELDS.contains(last(field)) || IDS.contains(last(field)) || field.endsWith(CODE)) {
            return;
        }
        if (value instanceof String text) {
            if (!NO_TEXT.matcher(text).matches() && !KnownFields.isOffered(text)) {
                texts.add(new Text(field, text));
            }
        } else if (value instanceof Map<?, ?> object) {
            object.forEach(
                    (name, inner) -> collect(field.isEmpty() ? name.toString() : field + "." + name, inner, texts));
        } else if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object item : list) {
                collect(field + "[" + index++ + "]", item, texts);
            }
        } else if (value instanceof JsonNode node && node.isContainerNode()) {
            StreamSupport.stream(node.spliterator(), false).forEach(item -> collect(field, item, texts));
        } else if (value instanceof JsonNode node && node.isTextual()) {
            collect(field, node.textValue(), texts);
        }
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
