package vn.outreach.engine.plugin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import vn.outreach.engine.form.DropRecordedFieldsListener;
import vn.outreach.engine.form.ForgetAnswersListener;
import vn.outreach.engine.form.ForgetDraftListener;
import vn.outreach.engine.guard.TaskGuardListener;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.engine.task.TaskCreateListener;
import vn.outreach.engine.task.TaskDeleteListener;
import vn.outreach.engine.task.TaskLineListener;
import vn.outreach.process.Step;

/**
 * Adds the product's rules to every model at deployment, so that no drawing repeats them: how a process starts and
 * ends, what a user task asks anew, who may complete it, by when, who is told, and that its drafts go with it. All
 * listeners are built-in ones: nobody can skip them by deleting "without custom listeners".
 */
@Component
final class OutreachParseListener extends AbstractBpmnParseListener {

    private static final List<String> TASK_EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final ProcessStartListener processStart;
    private final ProcessEndListener processEnd;
    private final TaskCreateListener taskCreate;
    private final TaskGuardListener taskGuard;
    private final TaskDeleteListener taskDelete;
    private final TaskLineListener taskLine;
    private final ForgetDraftListener forgetDraft;
    private final RecordListener record;

    OutreachParseListener(
            ProcessStartListener processStart,
            ProcessEndListener processEnd,
            TaskCreateListener taskCreate,
            TaskGuardListener taskGuard,
            TaskDeleteListener taskDelete,
            TaskLineListener taskLine,
            ForgetDraftListener forgetDraft,
            RecordListener record) {
        this.processStart = processStart;
        this.processEnd = processEnd;
        this.taskCreate = taskCreate;
        this.taskGuard = taskGuard;
        this.taskDelete = taskDelete;
        this.taskLine = taskLine;
        this.forgetDraft = forgetDraft;
        this.record = record;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        Map<String, String> properties = ModelProperties.keep(element, definition);
        ModelProperties.keepVariables(definition, properties.get("variables"));
        ModelProperties.keepVariables(definition, properties.get("resultVariable"));
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, processStart);
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, processEnd);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> properties = ModelProperties.keep(element, activity);
        ModelProperties.keepVariables(scope.getProcessDefinition(), properties.get("answers"));
        if (!"true".equals(properties.get("keepAnswers"))) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, new ForgetAnswersListener());
        }
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskCreate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskGuard);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taskDelete);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forgetDraft);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forgetDraft);
        TASK_EVENTS.forEach(event -> task.addBuiltInTaskListener(event, taskLine));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ModelProperties.keep(element, activity);
        if (activity.getId().startsWith(Step.RECORD_PREFIX)) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, record);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, new DropRecordedFieldsListener());
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ModelProperties.keep(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ModelProperties.keep(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ModelProperties.keep(element, activity);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, new EndResultListener());
    }
}
