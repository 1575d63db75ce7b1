package vn.outreach.engine.guard;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.model.FormFields;
import vn.outreach.engine.task.FourEyes;
import vn.outreach.engine.task.TaskRights;
import vn.outreach.security.identity.CurrentUser;

/**
 * Who works on a task, and with which fields: its assignee, or a candidate while nobody is assigned, with the fields of
 * the task's own form. No model catches an error or an escalation of a task, and tasks come from models alone: those
 * are refused to everybody.
 */
@Component
final class TaskWorkGuard implements CommandRules.Source {

    private static final EngineField<String> COMPLETED = EngineField.of(CompleteTaskCmd.class, "taskId", String.class);
    private static final EngineField<Map> ANSWERS = EngineField.of(CompleteTaskCmd.class, "variables", Map.class);
    private static final EngineField<String> SUBMITTED =
            EngineField.of(SubmitTaskFormCmd.class, "taskId", String.class);
    private static final EngineField<VariableMap> FORM =
            EngineField.of(SubmitTaskFormCmd.class, "properties", VariableMap.class);
    private static final EngineField<String> CHANGED =
            EngineField.of(AbstractVariableCmd.class, "entityId", String.class);
    private static final EngineField<Map> SET = EngineField.of(AbstractSetVariableCmd.class, "variables", Map.class);
    private static final EngineField<Collection> REMOVED =
            EngineField.of(AbstractRemoveVariableCmd.class, "variableNames", Collection.class);
    private static final EngineField<String> PATCHED =
            EngineField.of(AbstractPatchVariablesCmd.class, "entityId", String.class);
    private static final EngineField<Map> PATCH_SETS =
            EngineField.of(AbstractPatchVariablesCmd.class, "variables", Map.class);
    private static final EngineField<Collection> PATCH_REMOVES =
            EngineField.of(AbstractPatchVariablesCmd.class, "deletions", Collection.class);

    private final FourEyes fourEyes;
    private final FormFields forms;
    private final TaskRights rights;

    TaskWorkGuard(FourEyes fourEyes, FormFields forms, TaskRights rights) {
        this.fourEyes = fourEyes;
        this.forms = forms;
        this.rights = rights;
    }

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(
                CompleteTaskCmd.class,
                (command, person) -> TaskRights.of(
                        COMPLETED.in(command), task -> completes(task, person, FormFields.names(ANSWERS.in(command)))));
        rules.on(
                SubmitTaskFormCmd.class,
                (command, person) -> TaskRights.of(
                        SUBMITTED.in(command), task -> completes(task, person, FormFields.names(FORM.in(command)))));
        rules.on(
                ResolveTaskCmd.class,
                (command, person) -> TaskRights.of(
                        COMPLETED.in(command), task -> answers(task, person, FormFields.names(ANSWERS.in(command)))));
        rules.on(
                SetTaskVariablesCmd.class,
                (command, person) -> TaskRights.of(
                        CHANGED.in(command), task -> answers(task, person, FormFields.names(SET.in(command)))));
        rules.on(
                RemoveTaskVariablesCmd.class,
                (command, person) -> TaskRights.of(
                        CHANGED.in(command), task -> answers(task, person, FormFields.names(REMOVED.in(command)))));
        rules.on(
                PatchTaskVariablesCmd.class,
                (command, person) -> TaskRights.of(PATCHED.in(command), task -> patches(task, person, command)));
        rules.on(
                HandleTaskBpmnErrorCmd.class,
                (command, person) -> refuse("Quy trình không nhận lỗi BPMN từ việc của người."));
        rules.on(
                HandleTaskEscalationCmd.class,
                (command, person) -> refuse("Quy trình không nhận báo vượt cấp từ việc của người."));
        rules.on(CreateTaskCmd.class, (command, person) -> refuse("Việc chỉ do quy trình tạo ra."));
        rules.on(DeleteTaskCmd.class, (command, person) -> refuse("Việc của quy trình không xóa được."));
    }

    /** The four eyes of a completion are {@link TaskGuardListener}'s: asked once. */
    private void completes(TaskEntity task, CurrentUser person, Collection<String> names) {
        rights.mustAct(task, person);
        FormFields.only(forms.of(task), names, "Việc này");
    }

    /** Answers that are given now count for whoever completes later: the same four eyes. */
    private void answers(TaskEntity task, CurrentUser person, Collection<String> names) {
        rights.mustAct(task, person);
        fourEyes.check(task, person.id(), "đồng chí");
        FormFields.only(forms.of(task), names, "Việc này");
    }

    private void patches(TaskEntity task, CurrentUser person, PatchTaskVariablesCmd command) {
        Set<String> names = FormFields.names(PATCH_SETS.in(command));
        names.addAll(FormFields.names(PATCH_REMOVES.in(command)));
        answers(task, person, names);
    }

    private static void refuse(String sentence) {
        throw Refusal.forbidden("not-allowed", sentence);
    }
}
