package vn.outreach.survey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.outreach.enterprise.Accessibility;
import vn.outreach.enterprise.EnterpriseField;
import vn.outreach.enterprise.OwnerAttitude;
import vn.outreach.enterprise.RegisterChange;
import vn.outreach.ledger.Acts;
import vn.outreach.refusal.Refusal;

/** What a completed survey found: counts only (domain.md §1.3), judged here before they reach the register. */
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

    /** @throws Refusal for a day in the future, or a count of members above the workers */
    void check(LocalDate today) {
        Acts.notFuture("conductedOn", "Ngày khảo sát", conductedOn, today);
        unionRecognisedOn.ifPresent(day -> Acts.notFuture("unionRecognisedOn", "Ngày công nhận công đoàn", day, today));
        youthUnionFoundedOn.ifPresent(day -> Acts.notFuture("youthUnionFoundedOn", "Ngày thành lập Đoàn", day, today));
        Map<EnterpriseField, Integer> members = new LinkedHashMap<>();
        members.put(EnterpriseField.UNION_MEMBERS, unionMembers);
        members.put(EnterpriseField.YOUTH_UNION_MEMBERS, youthUnionMembers);
        members.put(EnterpriseField.FULL_MEMBERS, fullMembers);
        members.put(EnterpriseField.PROBATIONARY_MEMBERS, probationaryMembers);
        members.forEach(this::notAboveWorkers);
        if (fullMembers + probationaryMembers > workers) {
            throw tooMany("probationaryMembers", "Tổng số đảng viên", fullMembers + probationaryMembers);
        }
    }

    RegisterChange toRegister() {
        return new RegisterChange()
                .foundOn(conductedOn)
                .set(EnterpriseField.SURVEYED_ON, conductedOn)
                .set(EnterpriseField.ACCESSIBILITY, accessibility)
                .set(EnterpriseField.OWNER_ATTITUDE, ownerAttitude)
                .set(EnterpriseField.WORKERS, workers)
                .set(EnterpriseField.UNION_MEMBERS, unionMembers)
                .set(EnterpriseField.YOUTH_UNION_MEMBERS, youthUnionMembers)
                .set(EnterpriseField.YOUTH_BRANCHES, youthBranches)
                .set(EnterpriseField.FULL_MEMBERS, fullMembers)
                .set(EnterpriseField.PROBATIONARY_MEMBERS, probationaryMembers)
                .setIfGiven(EnterpriseField.UNION_RECOGNISED_ON, unionRecognisedOn.orElse(null))
                .setIfGiven(EnterpriseField.YOUTH_UNION_FOUNDED_ON, youthUnionFoundedOn.orElse(null));
    }

    private void notAboveWorkers(EnterpriseField field, int count) {
        if (count > workers) {
            throw tooMany(field.json(), field.label(), count);
        }
    }

    private Refusal tooMany(String field, String label, int count) {
        return Refusal.invalid(
                "field-range",
                field,
                "“%s” (%s) là %d, nhiều hơn số lao động %d.".formatted(label, field, count, workers));
    }
}
