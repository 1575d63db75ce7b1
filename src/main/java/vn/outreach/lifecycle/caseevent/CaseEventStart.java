package vn.outreach.lifecycle.caseevent;

import static vn.outreach.lifecycle.caseevent.CaseEventProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.KnownFields;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.Step;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.rules.Rules;

/** Checks what is reported and by whom. A report has no business key: any number may come for one enterprise. */
@Component
class CaseEventStart implements ProcessStart {

    private final CaseEventService events;
    private final Rules rules;

    CaseEventStart(CaseEventService events, Rules rules) {
        this.events = events;
        this.rules = rules;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public @Nullable String open(DelegateExecution execution) {
        CaseEvent event = CaseEvent.of(EVENT_TYPE.require(execution));
        events.mayReport(event);
        if (event.isAboutCandidate()) {
            events.holdCandidate(CANDIDATE_REF.settle(execution));
            ENTERPRISE_CODE.set(execution, null);
        } else {
            events.holdEnterprise(ENTERPRISE_CODE.settle(execution));
        }
        DateRules.notFuture(KnownFields.name(OCCURRED_ON.name()), OCCURRED_ON.require(execution), Step.today());
        if (event == CaseEvent.CANDIDATE_INTRODUCED) {
            events.mayIntroduceAt(ENTERPRISE_CODE.require(execution));
        }
        NOTE.find(execution);
        payload(event, execution);
        PLAN_YEAR.set(execution, Step.today().getYear());
        RULE_VERSION.set(execution, rules.versionOn(Step.today()));
        return null;
    }
}
