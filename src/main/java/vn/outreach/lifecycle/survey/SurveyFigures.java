package vn.outreach.lifecycle.survey;

import java.time.LocalDate;
import java.util.Optional;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.OwnerAttitude;
import vn.outreach.register.enterprise.RegisterChange;

/** What a completed survey found: counts only (domain.md §1.3), judged as they enter the register. */
record SurveyFigures(
        LocalDate conductedOn,
        Accessibility accessibility,
        OwnerAttitude ownerAttitude,
        int workers,
        int unionMembers,
        int youthUnionMembers,
        int youthBranches,
        int fullMembers,
        int probationaryMembers,
        Optional<LocalDate> unionRecognisedOn,
        Optional<LocalDate> youthUnionFoundedOn) {

    RegisterChange toRegister() {
        return new RegisterChange()
                .foundOn(conductedOn)
                .set(EnterpriseField.SURVEYED_ON, conductedOn)
                .sentAs(EnterpriseField.SURVEYED_ON, "conductedOn")
                .set(EnterpriseField.ACCESSIBILITY, accessibility)
                .set(EnterpriseField.OWNER_ATTITUDE, ownerAttitude)
                .set(EnterpriseField.WORKERS, workers)
                .sentAs(EnterpriseField.WORKERS, "workerCount")
                .set(EnterpriseField.UNION_MEMBERS, unionMembers)
                .set(EnterpriseField.YOUTH_UNION_MEMBERS, youthUnionMembers)
                .set(EnterpriseField.YOUTH_BRANCHES, youthBranches)
                .set(EnterpriseField.FULL_MEMBERS, fullMembers)
                .set(EnterpriseField.PROBATIONARY_MEMBERS, probationaryMembers)
                .setIfGiven(EnterpriseField.UNION_RECOGNISED_ON, unionRecognisedOn.orElse(null))
                .setIfGiven(EnterpriseField.YOUTH_UNION_FOUNDED_ON, youthUnionFoundedOn.orElse(null));
    }
}
