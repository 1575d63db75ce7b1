package vn.outreach.engine.guard;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.event.EventHandlerImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.model.FormFields;
import vn.outreach.engine.model.ModelProperties;
import vn.outreach.engine.task.FourEyes;

/**
 * The check of every message that a case waits for: sent by a system that may, with the fields of its event and no
 * others, and with those that its event {@code requires}. The last is needed where the process already has a variable
 * of that name: the record step would take the old value for the message's. A message that stands for a task keeps its
 * four eyes.
 */
public final class CompleteMessages extends EventHandlerImpl {

    private final SystemGuard systems;
    private final FormFields forms;
    private final FourEyes fourEyes;

    public CompleteMessages(SystemGuard systems, FormFields forms, FourEyes fourEyes) {
        super(EventType.MESSAGE);
        this.systems = systems;
        this.forms = forms;
        this.fourEyes = fourEyes;
    }

    @Override
    public void handleEvent(
            EventSubscriptionEntity subscription,
            Object payload,
            Object localPayload,
            Object triggeringScopePayload,
            String businessKey,
            CommandContext context) {
        ActivityImpl event = subscription.getActivity();
        systems.maySend(subscription.getEventName());
        Set<String> names = FormFields.names(payload);
        names.addAll(FormFields.names(localPayload));
        names.addAll(FormFields.names(triggeringScopePayload));
        FormFields.only(forms.ofMessage(event), names, "Thông báo");
        fourEyes(event, subscription.getProcessInstanceId(), context);
        ModelProperties.namesOf(event, "requires").stream()
                .filter(name -> !FormFields.names(payload).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid("field-missing", name, "Thông báo thiếu trường " + name + ".");
                });
        super.handleEvent(subscription, payload, localPayload, triggeringScopePayload, businessKey, context);
    }

    private void fourEyes(ActivityImpl event, String processInstanceId, CommandContext context) {
        boolean standsForTask = event.getEventScope() instanceof ActivityImpl task
                && task.getActivityBehavior() instanceof UserTaskActivityBehavior;
        String userId = context.getAuthenticatedUserId();
        if (standsForTask && userId != null) {
            fourEyes.check((ActivityImpl) event.getEventScope(), processInstanceId, userId, "đồng chí");
        }
    }
}
