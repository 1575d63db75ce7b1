package vn.outreach.lifecycle.restoration;

import static vn.outreach.lifecycle.restoration.RestorationProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.Step;
import vn.outreach.rules.Rules;

/** Opens the restoration of a cell (message outreach.cellBelowMinimum); its business key is the tax code. */
@Component
class RestorationStart implements ProcessStart {

    private final RestorationService restoration;
    private final Rules rules;

    RestorationStart(RestorationService restoration, Rules rules) {
        this.restoration = restoration;
        this.rules = rules;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public String open(DelegateExecution execution) {
        if (ENTERPRISE_CODE.find(execution).isEmpty()) {
            // A message names the enterprise by its business key alone.
            ENTERPRISE_CODE.set(execution, execution.getProcessBusinessKey());
        }
        String taxCode = ENTERPRISE_CODE.settle(execution);
        restoration.begin(taxCode, FULL_MEMBERS.settle(execution));
        PLAN_YEAR.set(execution, Step.today().getYear());
        RULE_VERSION.set(execution, rules.versionOn(Step.today()));
        return taxCode;
    }
}
