package vn.outreach.lifecycle.restoration;

import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/cellRestoration.bpmn. */
public final class RestorationProcess {

    public static final String KEY = ProcessKeys.CELL_RESTORATION;

    static final ProcessVariable<String> ENTERPRISE_CODE = ProcessVariable.text("enterpriseCode");
    static final ProcessVariable<Integer> FULL_MEMBERS = ProcessVariable.count("fullMembers");
    static final ProcessVariable<Integer> PLAN_YEAR = ProcessVariable.count("planYear");
    static final ProcessVariable<String> RULE_VERSION = ProcessVariable.text("ruleVersion");
    static final ProcessVariable<Restoration> RESTORATION = ProcessVariable.choice("restoration", Restoration.class);

    private RestorationProcess() {}
}
