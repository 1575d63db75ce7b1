package vn.outreach.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.ValueType;
import vn.outreach.register.ledger.LedgerEntry;

/** The engine's facts of the step that is being recorded, as the ledger keeps them. */
public final class Step {

    public static final String RECORD_PREFIX = "serviceTask_record";

    /** What a model of somebody else asks for. */
    private static final Text UNKNOWN = Text.lines(4000);

    private static final Day DAY = new Day();

    private static final StepFacts FACTS = ServiceLoader.load(StepFacts.class, Step.class.getClassLoader())
            .findFirst()
            .orElseThrow();

    private Step() {}

    /**
     * The present step. Its details are all fields of the form or message: the ledger row keeps them, and the engine
     * drops those that route nothing when the record step is over.
     *
     * @throws Refusal {@code field-type} or {@code field-range} for a field that no record can hold
     */
    public static LedgerEntry of(DelegateExecution execution) {
        return of(
                execution,
                stepName(execution.getCurrentActivityId()),
                execution.getActivityInstanceId(),
                details(execution));
    }

    /** The end of a process as a step: its activity instance is the process instance itself. */
    public static LedgerEntry end(DelegateExecution execution) {
        return of(execution, "end", execution.getProcessInstanceId(), Map.of());
    }

    private static LedgerEntry of(
            DelegateExecution execution, String name, String activityInstanceId, Map<String, Object> details) {
        return new LedgerEntry(
                processKey(execution.getProcessDefinitionId()),
                name,
                execution.getProcessInstanceId(),
                FACTS.rootProcessInstanceId(execution),
                activityInstanceId,
                (String) execution.getVariable(CaseVariables.ENTERPRISE_CODE),
                (String) execution.getVariable(CaseVariables.CANDIDATE_REF),
                (String) execution.getVariable(CaseVariables.RULE_VERSION),
                (Integer) execution.getVariable(CaseVariables.PLAN_YEAR),
                FACTS.source(),
                FACTS.user(),
                FACTS.actingFor(execution.getProcessInstanceId(), name),
                today(),
                details);
    }

    /** Now, by the engine's clock. */
    public static Instant now() {
        return FACTS.now();
    }

    /** Today in the office, by the engine's clock. */
    public static LocalDate today() {
        return now().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }

    /** {@code surveyOnly:3:…} → {@code surveyOnly}: ids of definitions begin with the key, which has no colon. */
    public static String processKey(String processDefinitionId) {
        return processDefinitionId.split(":", 2)[0];
    }

    /** The user task of a step: {@code meetOwner} → {@code userTask_meetOwner}. */
    public static String userTask(String step) {
        return "userTask_" + step;
    }

    /** {@code serviceTask_recordMeetOwner} → {@code meetOwner}; {@code userTask_meetOwner} → {@code meetOwner}. */
    public static String stepName(String activityId) {
        if (activityId.startsWith(RECORD_PREFIX)) {
            String name = activityId.substring(RECORD_PREFIX.length());
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        return activityId.substring(activityId.indexOf('_') + 1);
    }

    /** Names of the variables of the process scope that are neither kept by the model nor put there at the start. */
    public static List<String> recordFields(DelegateExecution execution) {
        Set<String> kept = FACTS.keptVariables(execution);
        return execution.getProcessInstance().getVariableNamesLocal().stream()
                .filter(name -> !kept.contains(name) && !CaseVariables.ALL.contains(name))
                .sorted()
                .toList();
    }

    private static Map<String, Object> details(DelegateExecution execution) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(FACTS.answers(execution, stepName(execution.getCurrentActivityId())));
        names.addAll(recordFields(execution));
        for (String name : names) {
            Object value = ProcessVariable.plain(execution, name);
            if (value != null) {
                details.put(name, recordable(ProcessVariable.named(execution, name), value));
            }
        }
        return details;
    }

    /**
     * What a step does not decide by is kept too, and has its limits all the same. Numbers, flags and lists stay as
     * they were sent.
     */
    private static @Nullable Object recordable(FieldName name, Object value) {
        ValueType<?> type = KnownFields.find(name.field()).orElse(null);
        Object read = type == null ? null : type.read(name, value);
        if (value instanceof String) {
            return read instanceof String ? read : UNKNOWN.read(name, value);
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof JsonNode) {
            return value;
        }
        if (value instanceof Date) {
            return DAY.require(name, value).toString();
        }
        throw name.type("chữ, số, ngày hoặc có/không");
    }
}
