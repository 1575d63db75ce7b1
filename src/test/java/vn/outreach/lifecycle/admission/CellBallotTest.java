package vn.outreach.lifecycle.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.base.refusal.Refusal;

class CellBallotTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({"3, 0, 2026-11-23", "3, 3, 2026-11-22"})
    void aBallotOfThreeAndMoreThatHasBeenHeld_counts(int eligible, int yes, LocalDate day) {
        assertThatCode(() -> new CellBallot(eligible, yes, day).check(TODAY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 2026-11-23, field-range, eligibleVoters", "3, 4, 2026-11-23, field-range, yesVotes", "3, 3, 2026-11-24, date-future, voteDate"})
    void aBallotThatCannotBe_isRefused(int eligible, int yes, LocalDate day, String code, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new CellBallot(eligible, yes, day).check(TODAY));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }
}
