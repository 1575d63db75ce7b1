package vn.outreach.engine.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;

/**
 * What the engine's user operation log says of one operation on one thing, as a row of the audit. What people do in the
 * course of a case (start, complete, send a message, comment) is not among it: the ledger keeps that.
 */
final class LoggedOperation {

    private static final Map<String, AuditAction> ON_TASKS = Map.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM, AuditAction.ASSIGNED,
            UserOperationLogEntry.OPERATION_TYPE_ASSIGN, AuditAction.ASSIGNED,
            UserOperationLogEntry.OPERATION_TYPE_DELEGATE, AuditAction.ASSIGNED,
            UserOperationLogEntry.OPERATION_TYPE_RESOLVE, AuditAction.ASSIGNED,
            UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, AuditAction.ASSIGNED,
            UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE, AuditAction.DEADLINE_CHANGED,
            UserOperationLogEntry.OPERATION_TYPE_DELETE, AuditAction.REPAIRED,
            UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY, AuditAction.REPAIRED);

    /** What officers and systems do to cases all day. */
    private static final Set<String> ORDINARY_ON_CASES =
            Set.of(UserOperationLogEntry.OPERATION_TYPE_CREATE, UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE);

    private static final Set<String> WHOSE_TASK = Set.of("assignee", "owner", "delegation");
    private static final String DUE_DATE = "dueDate";

    /** Processes about a candidate: of them only which thing was touched, and how, is told. */
    private static final Set<String> RESTRICTED = Set.of(ProcessKeys.MEMBER_ADMISSION, ProcessKeys.CASE_EVENT);

    private final UserOperationLogEntryEventEntity first;
    private final List<UserOperationLogEntryEventEntity> changes;

    private LoggedOperation(List<UserOperationLogEntryEventEntity> changes) {
        this.first = changes.get(0);
        this.changes = changes;
    }

    /** The log has an entry per property; together they are one operation on each of its things. */
    static List<LoggedOperation> of(List<UserOperationLogEntryEventEntity> entries) {
        Collection<List<UserOperationLogEntryEventEntity>> operations = entries.stream()
                .collect(groupingBy(
                        entry -> Stream.of(entry.getOperationType(), entry.getEntityType(), id(entry))
                                .map(String::valueOf)
                                .toList(),
                        LinkedHashMap::new,
                        toList()))
                .values();
        return operations.stream().map(LoggedOperation::new).toList();
    }

    /** Empty for what the audit does not keep. */
    Optional<AuditEntry> entry() {
        return Optional.ofNullable(action()).map(action -> entry(action).by(first.getUserId()));
    }

    private @Nullable AuditAction action() {
        return switch (first.getEntityType()) {
            case EntityTypes.USER,
                    EntityTypes.GROUP,
                    EntityTypes.GROUP_MEMBERSHIP,
                    EntityTypes.TENANT,
                    EntityTypes.TENANT_MEMBERSHIP -> AuditAction.ACCOUNT_CHANGED;
            case EntityTypes.AUTHORIZATION -> AuditAction.GRANT_CHANGED;
            case EntityTypes.IDENTITY_LINK -> AuditAction.ASSIGNED;
            case EntityTypes.TASK -> onTask();
            case EntityTypes.PROCESS_INSTANCE ->
                ORDINARY_ON_CASES.contains(first.getOperationType()) ? null : AuditAction.REPAIRED;
            case EntityTypes.PROCESS_DEFINITION,
                    EntityTypes.JOB,
                    EntityTypes.JOB_DEFINITION,
                    EntityTypes.EXTERNAL_TASK,
                    EntityTypes.VARIABLE,
                    EntityTypes.INCIDENT,
                    EntityTypes.DEPLOYMENT,
                    EntityTypes.BATCH,
                    EntityTypes.DECISION_DEFINITION,
                    EntityTypes.DECISION_INSTANCE,
                    EntityTypes.PROPERTY -> AuditAction.REPAIRED;
            default -> null;
        };
    }

    private @Nullable AuditAction onTask() {
        if (!UserOperationLogEntry.OPERATION_TYPE_UPDATE.equals(first.getOperationType())) {
            return ON_TASKS.get(first.getOperationType());
        }
        if (changes.stream().anyMatch(change -> WHOSE_TASK.contains(change.getProperty()))) {
            return AuditAction.ASSIGNED;
        }
        return changes.stream().anyMatch(change -> DUE_DATE.equals(change.getProperty()))
                ? AuditAction.DEADLINE_CHANGED
                : null;
    }

    private AuditEntry entry(AuditAction action) {
        return switch (first.getEntityType()) {
            case EntityTypes.USER -> named(action, "userId");
            case EntityTypes.GROUP -> named(action, "groupId");
            case EntityTypes.TENANT -> named(action, "tenantId");
            case EntityTypes.INCIDENT -> named(action, "incidentId");
            case EntityTypes.GROUP_MEMBERSHIP -> membership(action, "groupId");
            case EntityTypes.TENANT_MEMBERSHIP -> membership(action, "tenantId");
            case EntityTypes.AUTHORIZATION -> grant(action);
            case EntityTypes.VARIABLE -> variables(action);
            default -> changed(action);
        };
    }

    private AuditEntry named(AuditAction action, String property) {
        String subject = id(first) == null ? newValue(property) : id(first);
        return AuditEntry.of(action, first.getEntityType(), subject).changing(first.getOperationType(), null, null);
    }

    private AuditEntry membership(AuditAction action, String property) {
        return AuditEntry.of(action, EntityTypes.USER, newValue("userId"))
                .changing(
                        "membership",
                        isDeletion() ? newValue(property) : null,
                        isDeletion() ? null : newValue(property));
    }

    /** To whom, on what, and which rights. */
    private AuditEntry grant(AuditAction action) {
        String group = newValue("groupId");
        String what = newValue("resource") + " " + newValue("resourceId");
        String before = isDeletion() ? newValue("permissions") : oldValue("permissions");
        return AuditEntry.of(
                        action,
                        group == null ? EntityTypes.USER : EntityTypes.GROUP,
                        group == null ? newValue("userId") : group)
                .changing(
                        first.getOperationType() + " " + typeOfGrant() + " " + what,
                        before,
                        isDeletion() ? null : newValue("permissions"));
    }

    private String typeOfGrant() {
        return switch (String.valueOf(newValue("type"))) {
            case "0" -> "GLOBAL";
            case "1" -> "GRANT";
            default -> "REVOKE";
        };
    }

    /** The log does not say which variables were set; the changes that wait to be flushed do. */
    private AuditEntry variables(AuditAction action) {
        List<ChangedVariable> variables = ChangedVariable.of(first.getOperationId());
        if (variables.isEmpty()) {
            return changed(action);
        }
        String names = first.getOperationType() + ": "
                + variables.stream().map(ChangedVariable::name).distinct().collect(joining(", "));
        AuditEntry entry = AuditEntry.of(action, first.getEntityType(), id(first));
        return isRestricted()
                ? entry.changing(names, null, null)
                : entry.changing(
                        names,
                        values(variables.stream()
                                .map(one -> new Value(one.name(), one.before()))
                                .toList()),
                        values(variables.stream()
                                .map(one -> new Value(one.name(), one.after()))
                                .toList()));
    }

    private AuditEntry changed(AuditAction action) {
        List<UserOperationLogEntryEventEntity> named =
                changes.stream().filter(change -> change.getProperty() != null).toList();
        String names = named.isEmpty()
                ? ""
                : ": "
                        + named.stream()
                                .map(UserOperationLogEntryEventEntity::getProperty)
                                .collect(joining(", "));
        AuditEntry entry = AuditEntry.of(action, first.getEntityType(), id(first));
        // Whose task it is says nothing about a candidate; a reason that somebody typed may.
        boolean withoutValues = action == AuditAction.REPAIRED && isRestricted();
        return withoutValues
                ? entry.changing(first.getOperationType() + names, null, null)
                : entry.changing(
                        first.getOperationType() + names,
                        values(named.stream()
                                .map(change -> new Value(change.getProperty(), change.getOrgValue()))
                                .toList()),
                        values(named.stream()
                                .map(change -> new Value(change.getProperty(), change.getNewValue()))
                                .toList()));
    }

    /** What is done to many processes at once names none of them: it may touch an admission. */
    private boolean isRestricted() {
        return first.getProcessDefinitionKey() == null
                ? changes.stream().anyMatch(change -> "deleteReason".equals(change.getProperty()))
                : RESTRICTED.contains(first.getProcessDefinitionKey());
    }

    private boolean isDeletion() {
        return UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(first.getOperationType());
    }

    private @Nullable String newValue(String property) {
        return change(property)
                .map(UserOperationLogEntryEventEntity::getNewValue)
                .orElse(null);
    }

    private @Nullable String oldValue(String property) {
        return change(property)
                .map(UserOperationLogEntryEventEntity::getOrgValue)
                .orElse(null);
    }

    private Optional<UserOperationLogEntryEventEntity> change(String property) {
        return changes.stream()
                .filter(change -> property.equals(change.getProperty()))
                .findFirst();
    }

    /** One value as it is; several with their names. */
    private static @Nullable String values(List<Value> values) {
        if (values.size() == 1) {
            return values.get(0).text();
        }
        String text = values.stream()
                .filter(value -> value.text() != null)
                .map(value -> value.name() + "=" + value.text())
                .collect(joining(", "));
        return text.isEmpty() ? null : text;
    }

    /** The innermost thing that the entry names. */
    private static @Nullable String id(UserOperationLogEntry entry) {
        return Stream.of(
                        entry.getTaskId(),
                        entry.getExternalTaskId(),
                        entry.getJobId(),
                        entry.getJobDefinitionId(),
                        entry.getBatchId(),
                        entry.getProcessInstanceId(),
                        entry.getProcessDefinitionId(),
                        entry.getProcessDefinitionKey(),
                        entry.getDeploymentId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private record Value(String name, @Nullable String text) {}
}
