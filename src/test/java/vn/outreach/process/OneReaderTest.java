package vn.outreach.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.ValueType;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.web.Body;

/** Every known field, by every way in: an engine variable, JSON, a query parameter, the register. The answer is the same. */
class OneReaderTest {

    /** At, within and beyond every limit that some type has, and what looks like a number, a day or a text and is none. */
    private static final List<Object> SENT = new ArrayList<>();

    static {
        Collections.addAll(SENT, -1, 0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 15, 80, 81, 100, 101, 200, 201, 720, 721, 1000, 1001, 1899,
                1900, 2015, 2016, 2100, 2101, 100_000, 100_001, 1_000_000, 1_000_001, 10_000_000, Integer.MAX_VALUE, Long.MAX_VALUE,
                3.0, 1.2, 6.5, 1e30, Double.NaN, Double.POSITIVE_INFINITY, "7", " 7 ", "1.200", "1,200", "6,5", "1e3", "NaN", "1 200",
                "99999999999999999999", true, "true", "false", "yes", "VISIT", "vi", "FDI", "A,B", "2026-11-29", "2026-11-29\u00A0",
                "1899-12-31", "1900-01-01", "2100-12-31", "2101-01-01", "9999-12-31", "0026-11-20", "-2026-01-01", "+12026-12-10",
                "+999999999-12-31", "+300000-01-01", "2026-02-29", "2026-04-31", "29/11/2026", "2026-11", "", " ", "\u00A0",
                "\u200B\uFEFF", "\u3164", "a\u0000b", "a\uD800b", "a\nb", "3100053000", "UV-2026-0001");
        for (int length : new int[] {14, 15, 20, 21, 40, 41, 50, 51, 64, 65, 100, 101, 200, 201, 255, 256, 300, 301, 1000, 1001, 4001}) {
            SENT.add("x".repeat(length));
        }
    }

    @Test
    void theSameValueHasTheSameAnswerOnEveryWayIn() {
        SoftAssertions softly = new SoftAssertions();
        for (String field : KnownFields.names()) {
            for (Object sent : SENT) {
                String what = field + " = " + (sent instanceof String text && text.length() > 40 ? text.length() + " letters" : sent);
                Map<String, String> answers = new TreeMap<>();
                ways(field, sent).forEach((way, read) -> answers.put(way, answer(read)));
                softly.assertThat(Set.copyOf(answers.values())).as(what + " " + answers).hasSize(1);
            }
        }
        softly.assertAll();
    }

    /** The limits that the three readers of before disagreed on. */
    @Test
    void theLimitsAreThoseOfTheForm() {
        assertThat(answer(ways("youthBranches", 1001).get("engine"))).isEqualTo("field-range");
        assertThat(answer(ways("surveyDate", "+12026-12-10").get("engine"))).isEqualTo("field-range");
        assertThat(answer(ways("meetingDate", "0026-11-20").get("engine"))).isEqualTo("field-range");
        assertThat(answer(ways("admissionTarget", 1001).get("json"))).isEqualTo("field-range");
        assertThat(answer(ways("workerCount", Double.NaN).get("engine"))).isEqualTo("field-type");
        assertThat(answer(ways("workerCount", 1.2).get("engine"))).isEqualTo("field-type");
    }

    @Test
    void aRefusalNamesTheLabelInTheSentence_andTheFieldAsData() {
        Refusal refusal = refusal(ways("workers", 10_000_000).get("register"));
        assertThat(refusal.field()).isEqualTo("workers");
        assertThat(refusal.getMessage()).startsWith("“Số lao động” phải từ 0 đến 1.000.000.");
        assertThat(KnownFields.name("meetingDate", "youthUnionFoundingHoldYouthMeeting").label()).isEqualTo("Ngày hội nghị");
        assertThat(KnownFields.name("meetingDate", "ownerPersuasionPrepareMeeting").label()).isEqualTo("Ngày hẹn gặp");
        assertThat(KnownFields.name("confirmed", "unionFoundingConfirmApplications").label()).isEqualTo("Số đơn đúng");
    }

    private static Map<String, Supplier<Object>> ways(String field, Object sent) {
        ValueType<?> type = KnownFields.find(field).orElseThrow();
        Map<String, Supplier<Object>> ways = new TreeMap<>();
        ways.put("engine", () -> ProcessVariable.of(field, type).find(variable(field, sent)).orElse(null));
        ways.put("json", () -> Body.of(Collections.singletonMap(field, sent), Set.of(field)).read(field, "Trường", type));
        if (sent instanceof String text) {
            ways.put("query", () -> Body.parameter(field, "Trường", text, type));
        }
        for (EnterpriseField column : EnterpriseField.values()) {
            if (column.json().equals(field)) {
                ways.put("register", () -> column.read(new FieldName(field, column.label()), sent));
            }
        }
        return ways;
    }

    private static VariableScope variable(String field, Object sent) {
        return (VariableScope) Proxy.newProxyInstance(VariableScope.class.getClassLoader(), new Class<?>[] {VariableScope.class},
                (proxy, asked, arguments) -> asked.getName().equals("getVariableTyped") && field.equals(arguments[0])
                        ? Variables.untypedValue(sent) : null);
    }

    private static String answer(Supplier<Object> read) {
        try {
            Object value = read.get();
            return value instanceof Enum<?> code ? code.name() : String.valueOf(value);
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Refusal refusal(Supplier<Object> read) {
        try {
            throw new AssertionError("taken: " + read.get());
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
