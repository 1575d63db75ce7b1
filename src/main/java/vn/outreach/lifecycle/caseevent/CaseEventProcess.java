package vn.outreach.lifecycle.caseevent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.outreach.engine.Field;

/** The Java mirror of processes/caseEvent.bpmn. */
public final class CaseEventProcess {

    public static final String KEY = "caseEvent";

    static final Field<String> EVENT_TYPE = Field.text("eventType");
    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode");
    static final Field<String> CANDIDATE_REF = Field.text("candidateRef");
    static final Field<LocalDate> OCCURRED_ON = Field.date("occurredOn");
    static final Field<Integer> PLAN_YEAR = Field.count("planYear");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion");
    static final Field<Integer> WILLING_FULL_MEMBERS = Field.count("willingFullMembers");
    static final Field<Integer> FULL_MEMBERS = Field.count("fullMembers");
    static final Field<String> REASON = Field.text("reason");
    static final Field<String> TO_ENTERPRISE_CODE = Field.text("toEnterpriseCode");
    static final Field<String> NOTE = Field.text("note");

    private CaseEventProcess() {}

    /** The fields that the event's message carries. What is said about a candidate belongs into the admission's rows. */
    static Map<String, Object> payload(CaseEvent event, DelegateExecution execution) {
        Map<String, Object> payload = new HashMap<>();
        if (event.isAboutCandidate()) {
            payload.put(OCCURRED_ON.name(), OCCURRED_ON.require(execution).toString());
            NOTE.find(execution).ifPresent(note -> payload.put(NOTE.name(), note));
        }
        switch (event) {
            case MEMBERSHIP_CHANGED -> payload.put(WILLING_FULL_MEMBERS.name(), WILLING_FULL_MEMBERS.require(execution));
            case CELL_BELOW_MINIMUM -> payload.put(FULL_MEMBERS.name(), FULL_MEMBERS.require(execution));
            case CANDIDATE_INTRODUCED -> payload.put(CANDIDATE_REF.name(), CANDIDATE_REF.require(execution));
            case CANDIDATE_MOVED -> TO_ENTERPRISE_CODE.find(execution)
                    .ifPresent(taxCode -> payload.put(TO_ENTERPRISE_CODE.name(), taxCode));
            case ENTERPRISE_CLOSED -> {
                payload.put(REASON.name(), REASON.require(execution));
                payload.put("closedOn", OCCURRED_ON.require(execution).toString());
            }
            case OWNER_CONTACTED, CANDIDATE_WITHDREW, CONSENT_WITHDRAWN -> { }
        }
        return payload;
    }
}
