package vn.outreach.engine.form;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.guard.CommandPerson;
import vn.outreach.work.form.FirstAnswers;
import vn.outreach.work.form.OpenForm;
import vn.outreach.work.form.ReadyTexts;

/**
 * Gives a form that a person opens its first answers and the words of its texts beside the task's variables: Tasklist
 * and every client of {@code form-variables} show them, and none becomes a variable before the person has sent it.
 */
public final class PrefilledForms extends CommandInterceptor {

    private static final EngineField<String> TASK =
            EngineField.of(GetTaskFormVariablesCmd.class.getSuperclass(), "resourceId", String.class);

    private final FormsOfTasks forms;
    private final FirstAnswers answers;
    private final CommandPerson asking;

    public PrefilledForms(FormsOfTasks forms, FirstAnswers answers, CommandPerson asking) {
        this.forms = forms;
        this.answers = answers;
        this.asking = asking;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof GetTaskFormVariablesCmd form && result instanceof VariableMap variables) {
            asking.checked().ifPresent(person -> fill(variables, TASK.in(form), person.id()));
        }
        return result;
    }

    private void fill(VariableMap variables, String taskId, String userId) {
        OpenForm form = forms.present(taskId);
        Map<String, String> texts = ReadyTexts.of(form, variables);
        answers.of(form, userId).forEach((key, value) -> variables.putValueTyped(key, typed(value)));
        variables.putAll(texts);
    }

    private static TypedValue typed(Object value) {
        return value instanceof Collection || value instanceof Map
                ? SpinValues.jsonValue(Spin.JSON(value).toString()).create()
                : Variables.untypedValue(value);
    }
}
