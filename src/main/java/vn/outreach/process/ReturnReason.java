package vn.outreach.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;

/** Why something comes back to whoever wrote it: 5 to 2,000 characters, asked of cases whose form has the field. */
@Component
public class ReturnReason {

    private static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    private static final int SHORTEST = 5;

    private final StepFields fields;

    ReturnReason(StepFields fields) {
        this.fields = fields;
    }

    /**
     * The reason that the present step must give; null where the form is of a release that did not ask.
     *
     * @param step the name of the user task whose record step runs
     * @throws vn.outreach.base.refusal.Refusal {@code field-missing} or {@code field-range}
     */
    public @Nullable String of(DelegateExecution execution, String step) {
        if (!fields.of(execution, step).contains(REASON.name())) {
            return null;
        }
        return longEnough(ProcessVariable.named(execution, REASON.name()), REASON.require(execution));
    }

    /** @throws vn.outreach.base.refusal.Refusal {@code field-range} for a reason that says nothing */
    public static String longEnough(FieldName name, String reason) {
        if (reason.codePointCount(0, reason.length()) < SHORTEST) {
            throw name.range("phải có từ %s ký tự".formatted(WholeNumber.shown(SHORTEST)));
        }
        return reason;
    }
}
