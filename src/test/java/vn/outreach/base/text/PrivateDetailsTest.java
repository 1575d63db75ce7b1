package vn.outreach.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0912345678", "gọi 0912.345.678 nhé", "0912\u00a0345\u00a0678", "0912–345–678", "0912 - 345 - 678",
        "0912/345/678", "０９１２３４５６７８", "0912\u200b345678", "+84 912 345 678", "84912345678", "0084 912 345 678", "(0254) 3 856 789",
        "0254.385.6789", "(091) 234-5678", "+84 (0) 912 345 678", "a@b.vn", "a＠b.vn", "a @ b.vn", "hoa.dang@congty.com.vn", "thư:a@b.vn."})
    void telephonesAndMailAddressesAreFound_howeverTheyAreWritten(String text) {
        assertThat(PrivateDetails.isIn(text)).isTrue();
        assertThat(PrivateDetails.isInShortName("giám đốc " + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gặp ngày 05/10/2026 lúc 09 giờ", "2026-10-05T09:00", "05/10/2026 – 06/10/2026", "từ 01-02-2026 đến 03-04-2026",
        "12-QĐ/ĐU", "1234/2026/QĐ-UBND", "mã số thuế 0312345678", "MST: 0312345678-001", "vốn 1.200.000.000 đồng", "610 lao động, 4 đảng viên",
        "0100047516", "hẹn 8h @ xưởng", "3500370371"})
    void daysNumbersAmountsAndTaxCodesAreNone(String text) {
        assertThat(PrivateDetails.isIn(text)).isFalse();
    }

    /** A minute and more where each letter is looked at once for each letter behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "0 ", "1-", "a@", "@a", "a.", "05/1", "mst:"})
    void aLongTextIsReadInOnePass(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(PrivateDetails.isIn(part.repeat(500_000))).isFalse());
    }
}
