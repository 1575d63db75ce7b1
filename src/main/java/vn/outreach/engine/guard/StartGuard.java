package vn.outreach.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;
import vn.outreach.engine.model.FormFields;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Systems;

/**
 * How a person or a system starts a process: at its start, with the fields of its start form or message. Whoever may
 * start a case could otherwise start it at its last step.
 */
@Component
public final class StartGuard {

    private static final EngineField<ProcessInstantiationBuilderImpl> STARTED = EngineField.of(
            StartProcessInstanceCmd.class, "instantiationBuilder", ProcessInstantiationBuilderImpl.class);
    private static final EngineField<VariableMap> FORM =
            EngineField.of(SubmitStartFormCmd.class, "variables", VariableMap.class);

    private final Systems systems;
    private final SystemGuard systemGuard;
    private final FormFields forms;
    private final CommandPerson asking;

    StartGuard(Systems systems, SystemGuard systemGuard, FormFields forms, CommandPerson asking) {
        this.systems = systems;
        this.systemGuard = systemGuard;
        this.forms = forms;
        this.asking = asking;
    }

    /** Asked where the engine asks for the grant to start. */
    void mayStart(ProcessDefinitionEntity definition) {
        asking.checked().ifPresent(person -> check(CommandGuardInterceptor.current(), definition, person));
    }

    private void check(Command<?> command, ProcessDefinitionEntity definition, CurrentUser person) {
        if (command instanceof StartProcessInstanceCmd start) {
            byForm(definition, STARTED.in(start).getVariables(), person);
        } else if (command instanceof SubmitStartFormCmd start) {
            byForm(definition, FORM.in(start), person);
        } else if (command instanceof AbstractCorrelateMessageCmd message) {
            byMessage(definition, MessageReceivers.message(message));
        } else if (!person.isAdministrator()) {
            throw Refusal.forbidden("not-allowed", "Quy trình chỉ được mở từ bước đầu.");
        }
    }

    private void byForm(ProcessDefinitionEntity definition, Map<String, Object> fields, CurrentUser person) {
        if (systems.isOne(person) && !systems.mayStart(person, definition.getKey())) {
            throw Refusal.forbidden(
                    "wrong-person", "Hệ thống bên ngoài không được mở “%s”.".formatted(definition.getName()));
        }
        if (ActivityTypes.START_EVENT_MESSAGE.equals(
                definition.getInitial().getProperties().get(BpmnProperties.TYPE))) {
            throw Refusal.forbidden("not-allowed", "“%s” chỉ mở bằng thông báo.".formatted(definition.getName()));
        }
        FormFields.only(forms.ofStart(definition), FormFields.names(fields), "Biểu mẫu mở hồ sơ");
    }

    private void byMessage(ProcessDefinitionEntity definition, MessageCorrelationBuilderImpl message) {
        systemGuard.maySend(message.getMessageName());
        Set<String> names = FormFields.names(message.getPayloadProcessInstanceVariables());
        names.addAll(FormFields.names(message.getPayloadProcessInstanceVariablesLocal()));
        names.addAll(FormFields.names(message.getPayloadProcessInstanceVariablesToTriggeredScope()));
        FormFields.only(forms.declared(startEvent(definition, message.getMessageName())), names, "Thông báo");
    }

    private static ActivityImpl startEvent(ProcessDefinitionEntity definition, String message) {
        return EventSubscriptionDeclaration.getDeclarationsForScope(definition).values().stream()
                .filter(event -> event.isStartEvent() && message.equals(event.getUnresolvedEventName()))
                .map(event -> definition.findActivity(event.getActivityId()))
                .findFirst()
                .orElseThrow();
    }
}
