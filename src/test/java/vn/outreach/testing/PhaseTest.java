package vn.outreach.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;

/** A test of one phase of one enterprise, started by itself as its call activity would. */
public abstract class PhaseTest extends OutreachTest {

    private final String processKey;
    private final String resultVariable;

    protected String code;
    protected ProcessInstance phase;

    protected PhaseTest(String processKey, String resultVariable) {
        this.processKey = processKey;
        this.resultVariable = resultVariable;
    }

    protected void begin(String taxCode, Object... namesAndValues) {
        code = taxCode;
        phase = startPhase(processKey, taxCode, namesAndValues);
    }

    /** The phase's ledger as {@code step=RESULT}, oldest first. */
    protected List<String> steps() {
        String prefix = processKey + ".";
        return ledger(code).stream()
                .filter(row -> row.startsWith(prefix))
                .map(row -> row.substring(prefix.length()))
                .toList();
    }

    protected List<String> openSteps() {
        return openSteps(code);
    }

    protected void assertEnded(String result) {
        assertThat(steps()).endsWith("end=" + result);
        assertThat(isRunning(processKey, code)).isFalse();
        assertThat(variable(resultVariable)).isEqualTo(result);
    }

    protected void refusedField(String field, String reason, ThrowingCallable act) {
        Refusal refusal = refusedUnchanged(act);
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).isNotBlank();
    }

    /** What is refused leaves the ledger and the open tasks as they were. */
    protected Refusal refusedUnchanged(ThrowingCallable act) {
        List<String> rows = ledger(code);
        List<String> open = openSteps();
        Refusal refusal = refused(act);
        assertThat(ledger(code)).isEqualTo(rows);
        assertThat(openSteps()).isEqualTo(open);
        return refusal;
    }

    /** Whose task it is not is refused with the product's sentence, also who holds no grant on the process. */
    protected void forbidden(ThrowingCallable act) {
        Refusal refusal = refusedUnchanged(act);
        assertThat(refusal.code()).isEqualTo("wrong-person");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    /** Does what must be refused, and returns the refusal. */
    private static Refusal refused(ThrowingCallable act) {
        Throwable failure = catchThrowable(act);
        Refusal refusal = Refusal.in(failure);
        assertThat(refusal).as("a refusal (was: %s)", failure).isNotNull();
        return refusal;
    }

    /** When the phase's open task of this step is due, in the office's time. */
    protected LocalDateTime due(String step) {
        return LocalDateTime.ofInstant(
                task(code, step).getDueDate().toInstant(), OutreachApplication.ZONE.toZoneId());
    }

    /** A variable of the phase's process scope, ended or not. */
    protected Object variable(String name) {
        HistoricVariableInstance variable = history.createHistoricVariableInstanceQuery()
                .processInstanceId(phase.getId())
                .activityInstanceIdIn(phase.getId())
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    /** Variables as the pairs that {@code complete} and {@code message} take. */
    protected static Object[] pairs(Map<String, Object> variables) {
        return variables.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }
}
