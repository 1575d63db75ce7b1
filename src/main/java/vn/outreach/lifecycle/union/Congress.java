package vn.outreach.lifecycle.union;

import java.time.LocalDate;
import java.util.Optional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.enterprise.Counts;

/** A founding congress as reported (domain.md §3.1, step 4). */
record Congress(
        LocalDate date,
        CongressForm form,
        boolean valid,
        Optional<Integer> delegates,
        Optional<Integer> committeeSize) {

    /** From this number of members on delegates may meet instead of all (Charter of the Trade Union; T8). */
    private static final int ENOUGH_FOR_DELEGATES = 150;

    /** @throws Refusal for delegates of a small union, or for more people at the congress than members */
    void check(int members) {
        if (form == CongressForm.DELEGATES && members < ENOUGH_FOR_DELEGATES) {
            throw Refusal.invalid(
                    "field-range",
                    "congressForm",
                    "Hình thức đại hội phải là toàn thể: có %s đoàn viên, từ %s mới được họp đại biểu."
                            .formatted(WholeNumber.shown(members), WholeNumber.shown(ENOUGH_FOR_DELEGATES)));
        }
        delegates.ifPresent(
                count -> Counts.notAbove(KnownFields.name("delegateCount"), count, members, "số đơn đã ký"));
        committeeSize.ifPresent(count -> {
            Counts.notAbove(KnownFields.name("committeeSize"), count, members, "số đơn đã ký");
        });
    }
}
