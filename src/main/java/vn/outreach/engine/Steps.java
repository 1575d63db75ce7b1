package vn.outreach.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.ValueType;
import vn.outreach.register.ledger.Step;

/** The engine's facts of the step that is being recorded, as the ledger keeps them. */
public final class Steps {

    static final String RECORD_PREFIX = "serviceTask_record";
    /** What the start listener puts into every process; kept as long as the instance runs. */
    static final Set<String> HOUSE_VARIABLES = Set.of(
            "enterpriseCode", "enterpriseName", "stage", "ruleVersion", "planYear", "priority", "candidateRef", "hostCell");

    /** What a model of somebody else asks for. */
    private static final Text UNKNOWN = Text.lines(4000);
    private static final Day DAY = new Day();

    private Steps() {}

    /**
     * The present step. Its details are all fields of the form or message: the ledger row keeps them, and the engine
     * drops those that route nothing when the record step is over.
     *
     * @throws Refusal {@code field-type} or {@code field-range} for a field that no record can hold
     */
    public static Step of(DelegateExecution execution) {
        return of(execution, stepName(execution.getCurrentActivityId()), execution.getActivityInstanceId(), details(execution));
    }

    /** The end of a process as a step: its activity instance is the process instance itself. */
    static Step end(DelegateExecution execution) {
        return of(execution, "end", execution.getProcessInstanceId(), Map.of());
    }

    private static Step of(DelegateExecution execution, String name, String activityInstanceId, Map<String, Object> details) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        return new Step(
                entity.getProcessDefinition().getKey(),
                name,
                execution.getProcessInstanceId(),
                entity.getRootProcessInstanceId(),
                activityInstanceId,
                (String) execution.getVariable("enterpriseCode"),
                (String) execution.getVariable("candidateRef"),
                (String) execution.getVariable("ruleVersion"),
                (Integer) execution.getVariable("planYear"),
                CommandSource.current(),
                user(),
                ActingFor.whom(execution.getProcessInstanceId(), name),
                today(),
                details);
    }

    /** The authenticated user, or {@code system} for jobs. */
    static String user() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getUserId() == null ? "system" : authentication.getUserId();
    }

    /** Today in the office, by the engine's clock. */
    public static LocalDate today() {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .atZone(OutreachApplication.ZONE.toZoneId())
                .toLocalDate();
    }

    /** {@code serviceTask_recordMeetOwner} → {@code meetOwner}; {@code userTask_meetOwner} → {@code meetOwner}. */
    static String stepName(String activityId) {
        if (activityId.startsWith(RECORD_PREFIX)) {
            String name = activityId.substring(RECORD_PREFIX.length());
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        return activityId.substring(activityId.indexOf('_') + 1);
    }

    /** Names of the variables of the process scope that are neither kept by the model nor the house's. */
    static List<String> recordFields(DelegateExecution execution) {
        ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
        Set<String> kept = ModelProperties.kept(instance.getProcessDefinition());
        return instance.getVariableNamesLocal().stream()
                .filter(name -> !kept.contains(name) && !HOUSE_VARIABLES.contains(name))
                .sorted()
                .toList();
    }

    private static Map<String, Object> details(DelegateExecution execution) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(answers(execution));
        names.addAll(recordFields(execution));
        for (String name : names) {
            Object value = Field.plain(execution, name);
            if (value != null) {
                details.put(name, recordable(Field.named(execution, name), value));
            }
        }
        return details;
    }

    /** The routing answers of the task that this step records: the engine keeps them only until they are asked again. */
    private static List<String> answers(DelegateExecution execution) {
        ActivityImpl task = ((ExecutionEntity) execution)
                .getProcessDefinition()
                .findActivity("userTask_" + stepName(execution.getCurrentActivityId()));
        return task == null ? List.of() : ModelProperties.namesOf(task, "answers");
    }

    /** What a step does not decide by is kept too, and has its limits all the same. Numbers, flags and lists stay as they were sent. */
    private static Object recordable(FieldName name, Object value) {
        ValueType<?> type = KnownFields.find(name.field()).orElse(null);
        Object read = type == null ? null : type.read(name, value);
        if (value instanceof String) {
            return read instanceof String ? read : UNKNOWN.read(name, value);
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof JsonNode) {
            return value;
        }
        if (value instanceof Date) {
            return DAY.read(name, value).toString();
        }
        throw name.type("chữ, số, ngày hoặc có/không");
    }
}
