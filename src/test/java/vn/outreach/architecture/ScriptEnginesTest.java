package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.script.SimpleBindings;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model, a decision or a request that brings a script finds nothing on the class path that would run it. */
class ScriptEnginesTest {

    private static final String SECRET = "outreach.test.secret";

    /** The first names a Java method for FEEL to call, as the Decision Model and Notation allows. */
    private static final String CALL_OF_JAVA = "{ read: function(name) external { java: { class: \"java.lang.System\","
            + " method signature: \"getProperty(String)\" } }, answer: read(\"" + SECRET + "\") }.answer";

    /** The engine's expressions and FEEL come with Camunda's own jars; both know no more than what they are given. */
    @Test
    void onlyTheEnginesOwnLanguagesAreThere() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getEngineName)
                .containsExactlyInAnyOrder("juel", "feel-scala", "feel-scala-unary-tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "javascript", "ecmascript", "js", "graal.js", "nashorn", "rhino", "python", "jython",
        "ruby", "jruby", "beanshell", "kotlin", "scala", "freemarker", "velocity", "lua"})
    void noOtherLanguageIsFound(String language) {
        ScriptEngineManager engines = new ScriptEngineManager();
        assertThat(engines.getEngineByName(language)).isNull();
        assertThat(engines.getEngineByExtension(language)).isNull();
        assertThat(engines.getEngineByMimeType("application/" + language)).isNull();
    }

    @Test
    void feelCallsNoJava_asAScript() {
        ScriptEngine feel = new ScriptEngineManager().getEngineByName("feel");
        assertThat(answerOf(() -> feel.eval(CALL_OF_JAVA, new SimpleBindings()))).doesNotContain("leaked");
    }

    @Test
    void feelCallsNoJava_inADecision() {
        var feel = new ScalaFeelEngineFactory().createInstance();
        assertThat(answerOf(() -> feel.evaluateSimpleExpression(CALL_OF_JAVA, Variables.createVariables().asVariableContext())))
                .doesNotContain("leaked");
    }

    /** Else the two tests above would pass because of a slip of the pen in the expression. */
    @Test
    void theSameExpressionWouldWorkWereItAllowed() {
        var open = new org.camunda.feel.FeelEngine.Builder().enableExternalFunctions(true).build();
        assertThat(answerOf(() -> open.evalExpression(CALL_OF_JAVA, Map.of()))).contains("leaked");
    }

    private static String answerOf(java.util.concurrent.Callable<Object> attempt) {
        System.setProperty(SECRET, "leaked");
        try {
            Object[] answer = new Object[1];
            Throwable refused = catchThrowable(() -> answer[0] = attempt.call());
            return answer[0] + " " + refused;
        } finally {
            System.clearProperty(SECRET);
        }
    }
}
