package vn.outreach.lifecycle.caseevent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/caseEvent.bpmn. */
public final class CaseEventProcess {

    public static final String KEY = ProcessKeys.CASE_EVENT;

    static final ProcessVariable<String> EVENT_TYPE = ProcessVariable.text("eventType");
    static final ProcessVariable<String> ENTERPRISE_CODE = ProcessVariable.text("enterpriseCode");
    static final ProcessVariable<String> CANDIDATE_REF = ProcessVariable.text("candidateRef");
    static final ProcessVariable<LocalDate> OCCURRED_ON = ProcessVariable.date("occurredOn");
    static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    static final ProcessVariable<String> RULE_VERSION = ProcessVariable.text("ruleVersion");
    static final ProcessVariable<Integer> WILLING_FULL_MEMBERS = ProcessVariable.count("willingFullMembers");
    static final ProcessVariable<Integer> FULL_MEMBERS = ProcessVariable.count("fullMembers");
    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    static final ProcessVariable<String> TO_ENTERPRISE_CODE = ProcessVariable.text("toEnterpriseCode");
    static final ProcessVariable<String> NOTE = ProcessVariable.text("note");

    private CaseEventProcess() {}

    /**
     * The fields that the event's message carries. What is said about a candidate belongs into the admission's rows.
     */
    static Map<String, Object> payload(CaseEvent event, DelegateExecution execution) {
        Map<String, Object> payload = new HashMap<>();
        if (event.isAboutCandidate()) {
            payload.put(OCCURRED_ON.name(), OCCURRED_ON.require(execution).toString());
            NOTE.find(execution).ifPresent(note -> payload.put(NOTE.name(), note));
        }
        switch (event) {
            case MEMBERSHIP_CHANGED ->
                payload.put(WILLING_FULL_MEMBERS.name(), WILLING_FULL_MEMBERS.require(execution));
            case CELL_BELOW_MINIMUM -> payload.put(FULL_MEMBERS.name(), FULL_MEMBERS.require(execution));
            case CANDIDATE_INTRODUCED -> payload.put(CANDIDATE_REF.name(), CANDIDATE_REF.require(execution));
            case CANDIDATE_MOVED ->
                TO_ENTERPRISE_CODE
                        .find(execution)
                        .ifPresent(taxCode -> payload.put(TO_ENTERPRISE_CODE.name(), taxCode));
            case ENTERPRISE_CLOSED -> {
                payload.put(REASON.name(), REASON.require(execution));
                payload.put("closedOn", OCCURRED_ON.require(execution).toString());
            }
            case OWNER_CONTACTED, CANDIDATE_WITHDREW, CONSENT_WITHDRAWN -> {}
        }
        return payload;
    }
}
