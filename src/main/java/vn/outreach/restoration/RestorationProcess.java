package vn.outreach.restoration;

import vn.outreach.engine.Field;

/** The Java mirror of processes/cellRestoration.bpmn. */
public final class RestorationProcess {

    public static final String KEY = "cellRestoration";

    static final Field<String> ENTERPRISE_CODE = Field.text("enterpriseCode", "Mã số thuế", 14);
    static final Field<Integer> FULL_MEMBERS = Field.count("fullMembers", "Số đảng viên chính thức còn lại");
    static final Field<Integer> PLAN_YEAR = Field.count("planYear", "Năm kế hoạch");
    static final Field<String> RULE_VERSION = Field.text("ruleVersion", "Phiên bản quy định", 20);
    static final Field<Restoration> RESTORATION = Field.choice("restoration", "Cách giải quyết", Restoration.class);

    private RestorationProcess() {}
}
