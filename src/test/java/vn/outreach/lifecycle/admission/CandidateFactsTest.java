package vn.outreach.lifecycle.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.register.candidate.Candidate;
import vn.outreach.register.candidate.Schooling;

/** How ages are counted before the decisions look at them: a month too many, and somebody is refused who may be admitted. */
class CandidateFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** The day of birth plays no part: whoever was born in November is a month older on the first of December. */
    @ParameterizedTest
    @CsvSource({"2008-11, 216", "2008-12, 215", "2026-11, 0"})
    void anAgeIsCountedByMonths(YearMonth birthMonth, int months) {
        assertThat(new CandidateFacts(candidate(birthMonth, null)).forEligibility("QD208_2026", DAY)).containsEntry("ageInMonths", months);
    }

    /** A certificate is good for so many months and not a day longer: a month that has begun counts. */
    @ParameterizedTest
    @CsvSource({"2021-11-23, 60", "2021-11-24, 60", "2021-11-22, 61", "2026-11-23, 0", "2026-11-22, 1", "2026-11-24, -1", ", -1"})
    void aCertificateAgesWithEachMonthThatBegins(LocalDate issued, int months) {
        assertThat(new CandidateFacts(candidate(YearMonth.of(2000, 1), issued)).forEligibility("QD208_2026", DAY))
                .containsEntry("certificateAgeMonths", months);
    }

    @Test
    void theDecisionsAreToldWhatTheRowSays_eachByItsName() {
        CandidateFacts facts = new CandidateFacts(candidate(YearMonth.of(2000, 12), LocalDate.of(2026, 1, 23)));
        assertThat(facts.forEligibility("QD208_2026", DAY)).containsExactlyInAnyOrderEntriesOf(Map.of("ruleVersion", "QD208_2026",
                "ageInMonths", 311, "schooling", "HIGHER", "certificateAgeMonths", 10, "citizen", true, "isOwner", false, "readmission", true));
        assertThat(facts.forIntroducers(true, DAY)).containsExactlyInAnyOrderEntriesOf(Map.of("youthUnionExists", true,
                "candidateInYouthUnion", false, "candidateInUnion", true, "candidateAgeYears", 25));
    }

    @Test
    void whatIsNotKnown_isNotGuessed() {
        Candidate unknown = new Candidate("UV-2026-0001", "0100047516", null, null, YearMonth.of(2000, 12), null, null, null, null, null, null,
                null, null, null, null, null);
        assertThat(new CandidateFacts(unknown).forEligibility(null, DAY)).containsEntry("schooling", null).containsEntry("citizen", null)
                .containsEntry("ruleVersion", null);
    }

    private static Candidate candidate(YearMonth birthMonth, LocalDate certificate) {
        return new Candidate("UV-2026-0001", "0100047516", "Trần Thị Thử", null, birthMonth, Schooling.HIGHER, certificate, true, false, true, false,
                true, LocalDate.of(2026, 1, 2), null, null, null);
    }
}
