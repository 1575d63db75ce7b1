package vn.outreach.lifecycle.outreachcase;

import static vn.outreach.lifecycle.outreachcase.OutreachProcess.*;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.Step;

/**
 * Starts the admission of an introduced candidate as an instance of its own: probation outlives the enterprise's case.
 */
@Component
class StartMemberAdmissionDelegate implements JavaDelegate {

    private final OutreachCaseService cases;

    StartMemberAdmissionDelegate(OutreachCaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> start = new HashMap<>();
        start.put(ENTERPRISE_CODE.name(), ENTERPRISE_CODE.require(execution));
        start.put(PLAN_YEAR.name(), PLAN_YEAR.require(execution));
        start.put(CANDIDATE_REF.name(), CANDIDATE_REF.require(execution));
        // The reference belongs to the admission alone: rows of the enterprise's case must not carry it.
        CANDIDATE_REF.set(execution, null);
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(ProcessKeys.MEMBER_ADMISSION, start);
        cases.candidateIntroduced(Step.of(execution));
    }
}
