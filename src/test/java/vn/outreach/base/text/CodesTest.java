package vn.outreach.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        " 0100047516\n", "0100047516\u00a0", "\u200b0100047516", "0100 047 516", "0100.047.516", "0100\u202f047\u2007516", "MST: 0100047516", "mst 0100047516",
        "Mã số thuế: 0100047516.", "\uff10\uff11\uff10\uff10\uff10\uff14\uff17\uff15\uff11\uff16", "01000\u00ad47516", "\u202a0100047516\u202c"
    })
    void aPastedTaxCodeIsTheCode(String pasted) {
        assertThat(Codes.taxCode(pasted)).isEqualTo("0100047516");
        assertThat(Codes.businessKey(pasted)).isEqualTo("0100047516");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100233488\u2013001", "0100233488\u2011001", "0100233488 - 001", "0100233488001", "0100233488\u2212001\u00a0", "0100 233 488-001"})
    void aPastedBranchIsTheBranch(String pasted) {
        assertThat(Codes.taxCode(pasted)).isEqualTo("0100233488-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UV-2026-0001\u00a0", "uv-2026-0001", "UV\u20132026\u20130001", "UV 2026 0001", "\u200bUV\u20112026 - 0001", "ＵＶ－２０２６－０００１", "UV20260001"})
    void aPastedReferenceIsTheReference(String pasted) {
        assertThat(Codes.candidateRef(pasted)).isEqualTo("UV-2026-0001");
        assertThat(Codes.businessKey(pasted)).isEqualTo("UV-2026-0001");
    }

    @Test
    void whatHoldsNoCodeStaysToBeShown() {
        assertThat(Codes.taxCode("\u00a0 12a ")).isEqualTo("12a");
        assertThat(Codes.candidateRef("UV-1")).isEqualTo("UV-1");
        assertThat(Codes.businessKey("KH-2026 ")).isEqualTo("KH-2026");
        assertThat(Codes.taxCode("\u3164")).isNull();
        assertThat(Codes.candidateRef(null)).isNull();
        assertThat(Codes.businessKey("")).isNull();
    }
}
