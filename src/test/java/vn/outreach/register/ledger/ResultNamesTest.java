package vn.outreach.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People read words, never a code. */
class ResultNamesTest {

    private final ResultNames results = new ResultNames();

    @Test
    void everyResultHasWords() {
        assertThat(results.all()).hasSizeGreaterThan(50)
                .allSatisfy(code -> assertThat(results.words("anyStep", code)).isNotEqualTo(code).isNotBlank());
    }

    @Test
    void aStepMayCallItsResultByAWordOfItsOwn() {
        assertThat(results.words("handOver", "YES")).isEqualTo("Đã bàn giao");
        assertThat(results.words("fileComplete", "YES")).isEqualTo("Có");
        assertThat(results.words("end", null)).isNull();
    }
}
