package vn.outreach.lifecycle.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.base.refusal.Refusal;

class CongressTest {

    @ParameterizedTest
    @CsvSource({"DELEGATES, 150, 150, 150", "DELEGATES, 151, 1, 3", "FULL, 149,,", "FULL, 5, 5, 5"})
    void aCongressOfItsMembers_isRecorded(CongressForm form, int members, Integer delegates, Integer committee) {
        assertThatCode(() -> congress(form, delegates, committee).check(members)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"DELEGATES, 149,,, congressForm", "DELEGATES, 150, 151,, delegateCount", "FULL, 5,, 6, committeeSize"})
    void aCongressThatItsMembersCannotHold_isRefused(CongressForm form, int members, Integer delegates, Integer committee, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> congress(form, delegates, committee).check(members));
        assertThat(refusal.code()).isEqualTo("field-range");
        assertThat(refusal.field()).isEqualTo(field);
    }

    private static Congress congress(CongressForm form, Integer delegates, Integer committee) {
        return new Congress(LocalDate.of(2026, 11, 20), form, true, Optional.ofNullable(delegates), Optional.ofNullable(committee));
    }
}
