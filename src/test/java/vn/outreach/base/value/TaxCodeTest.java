package vn.outreach.base.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;

class TaxCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0100047516", "0100233488", "0314409058", "0100109106", "0100233488-001", "0100233488-999"})
    void publishedCodesAndTheirBranches_pass(String code) {
        assertThat(TaxCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0100047517", "0100233488-000", "0000000000", "9999999999", "0100000000", "010004751",
            "01000475160", "0100233488001", "0100233488-1", "001099012345", "01000475I6", "０１０００４７５１６", " 0100047516"})
    void otherTexts_fail(String code) {
        assertThat(TaxCode.isValid(code)).isFalse();
    }

    @Test
    void everySingleDigitChangeOfACode_isDetected() {
        String code = "0100047516";
        for (int place = 0; place < 10; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = code.substring(0, place) + digit + code.substring(place + 1);
                assertThat(TaxCode.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void aSerialWithoutACheckDigit_failsWithEveryLastDigit() {
        // The weighted sum 29 + 3 * 5 = 44 is divisible by 11.
        for (char digit = '0'; digit <= '9'; digit++) {
            assertThat(TaxCode.isValid("010000005" + digit)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" 0100047516\n", "MST: 0100.047.516\u00a0"})
    void aPastedCode_isTheCode(String pasted) {
        assertThat(TaxCode.of(pasted).value()).isEqualTo("0100047516");
    }

    @Test
    void aWrongCode_isRefusedWithItsField() {
        assertThatThrownBy(() -> TaxCode.of("123"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("tax-code");
                    assertThat(refusal.field()).isEqualTo("taxCode");
                })
                .hasMessageContaining("“123”");
    }
}
