package vn.outreach.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.event.EventHandlerImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import vn.outreach.refusal.Refusal;

/**
 * Refuses a message without a field that its event {@code requires}. Needed where the process already has a variable of
 * that name: the record step would take the old value for the message's.
 */
final class CompleteMessages extends EventHandlerImpl {

    CompleteMessages() {
        super(EventType.MESSAGE);
    }

    @Override
    public void handleEvent(
            EventSubscriptionEntity subscription,
            Object payload,
            Object localPayload,
            Object triggeringScopePayload,
            String businessKey,
            CommandContext context) {
        ModelProperties.namesOf(subscription.getActivity(), "requires").stream()
                .filter(name -> !has(payload, name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid("field-missing", name, "Thông báo thiếu trường " + name + ".");
                });
        super.handleEvent(subscription, payload, localPayload, triggeringScopePayload, businessKey, context);
    }

    private static boolean has(Object payload, String name) {
        return payload instanceof Map<?, ?> fields && fields.containsKey(name);
    }
}
