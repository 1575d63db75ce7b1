package vn.outreach.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.engine.command.EngineField;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;

/**
 * A command of the engine that somebody may not give, by the product's rules or by the engine's grants; and every
 * message that is not taken: what a system says and nobody hears must be found again.
 */
public record RefusedCommand(Command<?> command, Throwable reason, String code) {

    /** Where commands keep what they are about; they have no getters. Only who is refused pays for the look. */
    private static final List<String> ABOUT = List.of(
            "taskId",
            "externalTaskId",
            "jobId",
            "processInstanceId",
            "executionId",
            "entityId",
            "processDefinitionId",
            "processDefinitionKey",
            "deploymentId",
            "batchId",
            "incidentId",
            "userId",
            "groupId",
            "messageName");

    /** Null for a failure that is no such refusal. */
    public static @Nullable RefusedCommand in(Throwable failure, Command<?> command) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            return refusal.kind() == Refusal.Kind.FORBIDDEN || command instanceof AbstractCorrelateMessageCmd
                    ? new RefusedCommand(command, refusal, refusal.code())
                    : null;
        }
        if (failure instanceof MismatchingMessageCorrelationException) {
            return new RefusedCommand(command, failure, "receiver-missing");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException) {
                return new RefusedCommand(command, cause, "grant-missing");
            }
        }
        return null;
    }

    public void recordIn(AuditTrail audit) {
        String name = command.getClass().getSimpleName();
        AuditEntry entry = ABOUT.stream()
                .flatMap(field -> EngineField.text(command, field).stream())
                .findFirst()
                .map(subject -> AuditEntry.of(AuditAction.ACCESS_REFUSED, name, subject))
                .orElseGet(() -> AuditEntry.of(AuditAction.ACCESS_REFUSED, name, null));
        audit.recordRefused(entry.changing(code, null, null), reason);
    }
}
