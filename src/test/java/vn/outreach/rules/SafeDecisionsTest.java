package vn.outreach.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.Marker;

/** A decision decides; it calls nothing, whatever is written in it and whatever it is given. */
class SafeDecisionsTest {

    private static final DmnEngine ENGINE = SafeDecisions.configuration().buildEngine();
    private static final String MARKER = "outreach.test.feel";

    /** Functions of other classes: switched off in the engine (Camunda's security notice 64 is about them). */
    @ParameterizedTest
    @ValueSource(strings = {
        "{f: function(a, b) external {java: {class: \"java.lang.System\","
                + " method signature: \"setProperty(String, String)\"}}, r: f(\"outreach.test.feel\", \"x\")}.r",
        "{f: function(a) external {java: {class: \"vn.outreach.testing.Marker\","
                + " method signature: \"call(String)\"}}, r: f(\"x\")}.r"
    })
    void noFunctionOfAnotherClassIsCalled(String feel) {
        int before = Marker.made();
        assertThatThrownBy(() -> evaluate(literal("", feel), Map.of())).isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty(MARKER)).isNull();
        assertThat(Marker.made()).isEqualTo(before);
    }

    /** FEEL makes a context of an object's methods: from any object to a class loader, and from there to everything. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{c: marker.class, l: c.classLoader, k: l.loadClass(\"vn.outreach.testing.Marker\"), r: k.newInstance()}.r",
        "{c: stream.class, m: c.module, y: m.getLayer(), l: y.findLoader(\"jdk.compiler\"),"
                + " k: l.loadClass(\"vn.outreach.testing.Marker\"), r: k.newInstance()}.r",
        "{c: list[1].class, r: c.newInstance()}.r",
        "marker.call(\"x\")", "marker.toString()", "{c: stream.class, r: c.name}.r"
    })
    void noMethodOfAnObjectIsCalled(String feel) {
        Marker marker = new Marker();
        int before = Marker.made();
        Map<String, Object> inputs = Map.of(
                "marker", marker, "list", List.of(marker), "stream", new ByteArrayInputStream(new byte[] {1}));
        assertThatThrownBy(() -> evaluate(literal("", feel), inputs)).isInstanceOf(RuntimeException.class);
        assertThat(Marker.made()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "JavaScript", "groovy", "feel-scala-unary-tests", "python", "x", "feelx"})
    void onlyFeelIsRead(String language) {
        for (String text : List.of("''", "1", Marker.JUEL)) {
            String attribute = " expressionLanguage='" + language + "'";
            assertRefused(literal(attribute, text));
            assertRefused(table(attribute, "", "", text));
            assertRefused(table("", attribute, "", text));
            assertRefused(table("", "", attribute, text));
        }
    }

    @Test
    void plainDataOfEveryKindIsRead() {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "text", "a", "number", 3, "long", 4L, "yes", true, "day", java.time.LocalDate.of(2026, 1, 2),
                "date", new java.util.Date(0), "list", List.of(1, 2), "map", Map.of("inner", Map.of("x", 5))));
        inputs.put("nothing", null);
        String feel = "if text = \"a\" and yes and nothing = null and day > date(\"2026-01-01\") and date.year = 1970"
                + " then number + long + sum(list) + map.inner.x else 0";
        assertThat(evaluate(literal(" expressionLanguage='feel'", feel), inputs)).hasToString("15");
        assertThat(evaluate(literal(" expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'", feel), inputs)).hasToString("15");
    }

    private static void assertRefused(String dmn) {
        int before = Marker.made();
        assertThatThrownBy(() -> ENGINE.parseDecision("a", stream(dmn)))
                .satisfies(failure -> assertThat(Refusal.in(failure)).isNotNull())
                .satisfies(failure -> assertThat(Refusal.in(failure).code()).isEqualTo("script-forbidden"));
        assertThat(Marker.made()).isEqualTo(before);
    }

    private static Object evaluate(String dmn, Map<String, Object> inputs) {
        DmnDecision decision = ENGINE.parseDecision("a", stream(dmn));
        return ENGINE.evaluateDecision(decision, inputs).getSingleResult().getSingleEntry();
    }

    private static ByteArrayInputStream stream(String dmn) {
        return new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8));
    }

    private static String literal(String language, String text) {
        return decision("<variable id='v' name='r'/><literalExpression id='l'" + language + "><text><![CDATA[" + text
                + "]]></text></literalExpression>");
    }

    private static String table(String ofInput, String ofCondition, String ofResult, String text) {
        String body = "><text><![CDATA[" + text + "]]></text>";
        return decision("<decisionTable id='t'><input id='i'><inputExpression id='e' typeRef='string'" + ofInput + body
                + "</inputExpression></input><output id='o' name='r' typeRef='string'/><rule id='r'><inputEntry id='c'" + ofCondition
                + body + "</inputEntry><outputEntry id='x'" + ofResult + body + "</outputEntry></rule></decisionTable>");
    }

    private static String decision(String logic) {
        return "<?xml version='1.0' encoding='UTF-8'?><definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
                + " namespace='x'><decision id='a' name='a'>" + logic + "</decision></definitions>";
    }
}
