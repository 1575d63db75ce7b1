package vn.outreach.lifecycle.restoration;

import vn.outreach.engine.Field;

/** The Java mirror of processes/cellRestoration.bpmn. */
public final class RestorationProcess {

    public static final String KEY = "cellRestoration";

    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode");
    static final Field<Integer> FULL_MEMBERS = Field.count("fullMembers");
    static final Field<Integer> PLAN_YEAR = Field.count("planYear");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion");
    static final Field<Restoration> RESTORATION = Field.choice("restoration", Restoration.class);

    private RestorationProcess() {}
}
