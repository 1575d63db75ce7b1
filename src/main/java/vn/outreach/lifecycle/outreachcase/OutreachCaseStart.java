package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.TaxCode;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.Step;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.rules.Rules;

/** Opens the case of one enterprise: completes the start variables from the register and fixes the rule version. */
@Component
class OutreachCaseStart implements ProcessStart {

    /** A start decides nothing else: with a phase's result among its variables a case would skip that phase. */
    private static final Set<String> START_FIELDS =
            Set.of("enterpriseCode", "planYear", "responsibleMember", "priority", "admissionTarget");

    private final OutreachCaseService cases;
    private final Rules rules;

    OutreachCaseStart(OutreachCaseService cases, Rules rules) {
        this.cases = cases;
        this.rules = rules;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public String open(DelegateExecution execution) {
        execution.getVariableNamesLocal().stream()
                .filter(name -> !START_FIELDS.contains(name))
                .forEach(execution::removeVariable);
        String taxCode = TaxCode.of(ENTERPRISE_CODE.require(execution)).value();
        int planYear = PLAN_YEAR.find(execution).orElse(Step.today().getYear());
        String ruleVersion = rules.versionOn(Step.today());
        Integer target = ADMISSION_TARGET.find(execution).orElseGet(() -> cases.plannedTarget(planYear, taxCode));
        Enterprise enterprise = cases.open(new OutreachCaseService.Opened(
                execution.getProcessInstanceId(),
                taxCode,
                planYear,
                ruleVersion,
                target,
                RESPONSIBLE_MEMBER.find(execution),
                PRIORITY.find(execution)));
        ENTERPRISE_CODE.set(execution, taxCode);
        PLAN_YEAR.set(execution, planYear);
        RULE_VERSION.set(execution, ruleVersion);
        execution.setVariable(ADMISSION_TARGET.name(), target == null ? 0 : target);
        RESPONSIBLE_MEMBER.set(execution, enterprise.responsibleMember());
        execution.setVariable(PRIORITY.name(), enterprise.priority());
        ADMITTED_IN_PLAN_YEAR.set(execution, 0);
        WILLING_FULL_MEMBERS.set(
                execution, enterprise.willingFullMembers() == null ? 0 : enterprise.willingFullMembers());
        return taxCode;
    }
}
