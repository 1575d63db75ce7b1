package vn.outreach.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Codes;
import vn.outreach.engine.command.EngineField;
import vn.outreach.security.identity.CurrentUser;

/**
 * A system's message has exactly one receiver, the case whose business key it names. By anything else, or by nothing,
 * the engine would give it to whichever case waits for such a message, or to all of them.
 */
@Component
final class MessageReceivers implements CommandRules.Source {

    private static final EngineField<MessageCorrelationBuilderImpl> MESSAGE =
            EngineField.of(AbstractCorrelateMessageCmd.class, "builder", MessageCorrelationBuilderImpl.class);

    private final SystemGuard systems;

    MessageReceivers(SystemGuard systems) {
        this.systems = systems;
    }

    static MessageCorrelationBuilderImpl message(AbstractCorrelateMessageCmd command) {
        return MESSAGE.in(command);
    }

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(CorrelateMessageCmd.class, (command, person) -> toOne(message(command), person));
        rules.on(CorrelateAllMessageCmd.class, (command, person) -> toAll(person));
        rules.on(CorrelateAllMessageBatchCmd.class, (command, person) -> toAll(person));
    }

    private void toAll(CurrentUser person) {
        systems.mustBeSystem(person);
        throw notTaken("all");
    }

    private void toOne(MessageCorrelationBuilderImpl message, CurrentUser person) {
        systems.mustBeSystem(person);
        refuse(message.getProcessInstanceId() != null, "processInstanceId");
        refuse(isFilled(message.getCorrelationProcessInstanceVariables()), "correlationKeys");
        refuse(isFilled(message.getCorrelationLocalVariables()), "localCorrelationKeys");
        refuse(message.isTenantIdSet(), message.getTenantId() == null ? "withoutTenantId" : "tenantId");
        String key = Codes.businessKey(message.getBusinessKey());
        if (key == null) {
            throw Refusal.invalid(
                    "field-missing",
                    "businessKey",
                    "Thông báo phải nêu hồ sơ nhận bằng businessKey (mã số thuế hoặc mã hồ sơ quần chúng).");
        }
        message.processInstanceBusinessKey(key);
    }

    private static boolean isFilled(Map<String, Object> variables) {
        return variables != null && !variables.isEmpty();
    }

    private static void refuse(boolean named, String field) {
        if (named) {
            throw notTaken(field);
        }
    }

    private static Refusal notTaken(String field) {
        return Refusal.invalid(
                "field-unknown",
                field,
                "Mỗi thông báo chỉ đến một hồ sơ, nêu bằng businessKey; không nhận “%s”.".formatted(field));
    }
}
