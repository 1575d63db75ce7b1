package vn.outreach.lifecycle.youthunion;

import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.RegisterChange;

/** The members of a youth union and the branches they form: what D4 judges and the register keeps. */
record YouthMembers(int members, int branches) {

    RegisterChange toRegister() {
        return new RegisterChange()
                .set(EnterpriseField.YOUTH_UNION_MEMBERS, members)
                .set(EnterpriseField.YOUTH_BRANCHES, branches);
    }
}
