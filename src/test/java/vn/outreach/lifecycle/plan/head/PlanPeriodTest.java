package vn.outreach.lifecycle.plan.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPeriodTest {

    @ParameterizedTest
    @CsvSource({"Q1, 2028-01-01, 2028-03-31, quý I", "Q2, 2028-04-01, 2028-06-30, quý II", "Q3, 2028-07-01, 2028-09-30, quý III",
        "Q4, 2028-10-01, 2028-12-31, quý IV", "YEAR, 2028-01-01, 2028-12-31, năm"})
    void aPeriodHasItsFirstAndLastDay_andItsWords(PlanPeriod period, LocalDate first, LocalDate last, String words) {
        assertThat(period.first(2028)).isEqualTo(first);
        assertThat(period.last(2028)).isEqualTo(last);
        assertThat(period.words()).isEqualTo(words);
    }
}
