package vn.outreach.engine.form;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.engine.command.TaskReading;
import vn.outreach.engine.model.FormFields;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.process.ModelWords;
import vn.outreach.process.RunningCases;
import vn.outreach.process.Step;
import vn.outreach.process.TaskEnterprise;
import vn.outreach.process.VisibleTasks;
import vn.outreach.work.form.OpenForm;
import vn.outreach.work.form.OpenForms;

/** The forms of open tasks, with what their files say of each field. */
@Component
public class FormsOfTasks implements OpenForms {

    private final VisibleTasks tasks;
    private final FormFields fields;
    private final RunningCases running;
    private final ModelWords words;
    private final ProcessEngineConfigurationImpl engine;

    /** Lazy: the engine is built with an interceptor that asks here. */
    public FormsOfTasks(
            VisibleTasks tasks,
            FormFields fields,
            RunningCases running,
            ModelWords words,
            @Lazy ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.fields = fields;
        this.running = running;
        this.words = words;
        this.engine = engine;
    }

    @Override
    public OpenForm require(String taskId) {
        TaskReading<OpenForm> reading = context -> of(context, taskId);
        return tasks.with(taskId, seen -> engine.getCommandExecutorTxRequired().execute(reading));
    }

    @Override
    public String stepName(String process, String step) {
        return words.step(process, step);
    }

    /** The same inside one of the engine's commands, which has asked already whether the person may see the task. */
    OpenForm present(String taskId) {
        return of(Context.getCommandContext(), taskId);
    }

    private OpenForm of(CommandContext context, String taskId) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        TaskEnterprise about = running.enterpriseOf(task.getProcessInstanceId()).orElse(TaskEnterprise.NONE);
        // Admissions are about a person: nothing of one candidate may stand in another's form.
        String taxCode = about.candidateRef() == null ? about.taxCode() : null;
        return new OpenForm(
                taskId,
                task.getName(),
                task.getProcessDefinition().getKey(),
                Step.stepName(task.getTaskDefinitionKey()),
                taxCode,
                about,
                task.getProcessInstanceId(),
                task.getExecution().getRootProcessInstanceId(),
                ModelProperties.of(task.getExecution().getActivity(), "fourEyes")
                        .isPresent(),
                fields.described(task),
                fields.shown(task));
    }
}
