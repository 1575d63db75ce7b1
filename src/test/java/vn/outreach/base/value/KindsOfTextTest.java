package vn.outreach.base.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;

/** Text, codes and days as they are pasted, read by the types that forms, REST and messages share. */
class KindsOfTextTest {

    private static final FieldName NAME = new FieldName("name", "Tên doanh nghiệp");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff", "\u202f", "\u3164", "\u00ad", "\u2800\u2060", "\n", "\u202e"})
    void invisibleTextIsNotGiven(String text) {
        assertThat(Text.line(255).read(NAME, text)).isNull();
        assertThat(Text.lines(255).read(NAME, text)).isNull();
        assertThatThrownBy(() -> Text.line(255).require(NAME, text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("field-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u2029b", "a\u202eb", "a\u202ab\u202cc", "a\u2066b", "a\u2069b"})
    void aFieldOfOneLineIsOneLine(String text) {
        assertThatThrownBy(() -> Text.line(255).read(NAME, text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("field-type");
            assertThat(refusal.field()).isEqualTo("name");
        });
        assertThat(Text.lines(255).read(NAME, text)).isEqualTo(text);
    }

    @Test
    void endsAreTrimmedOfEveryBlank_andWhatStandsBetweenIsKept() {
        assertThat(Text.line(255).read(NAME, "\u00a0\u200b TNHH  Thép\u3164\r\n")).isEqualTo("TNHH  Thép");
        assertThat(Text.lines(255).read(NAME, "\n a\n\n b \n")).isEqualTo("a\n\n b");
    }

    @Test
    void aNumberThatMayBeAThousandIsRefused_aWholeDoubleIsNot() {
        WholeNumber count = new WholeNumber(0, 1_000_000);
        assertThat(List.of("1.000", "12.000", "999.000", "1.200"))
                .allSatisfy(written -> refused(count, new BigDecimal(written), "field-type"));
        assertThat(count.read(NAME, new BigDecimal("600.0"))).isEqualTo(600);
        assertThat(count.read(NAME, new BigDecimal("0.000"))).isZero();
        assertThat(count.read(NAME, 600.0)).isEqualTo(600);
        refused(count, new BigDecimal("1e999999999"), "field-range");
        refused(count, new BigDecimal("1e-999999999"), "field-type");
    }

    @Test
    void monthsTimesAndIdsAreReadAsPasted() {
        assertThat(new Month().read(NAME, "1998\u201104\u00a0")).isEqualTo(YearMonth.of(1998, 4));
        refused(new Month(), "1899-12", "field-range");
        refused(new Month(), "04/1998", "field-type");
        assertThat(new TimeOfDay().read(NAME, "\u200b06:30")).isEqualTo(LocalTime.of(6, 30));
        refused(new TimeOfDay(), "24:30", "field-type");
        assertThat(new RowId().read(NAME, "12\u00a0")).isEqualTo(12L);
        assertThat(new RowId().read(NAME, 12)).isEqualTo(12L);
        refused(new RowId(), "-1", "field-type");
        assertThat(List.of(new Month(), new TimeOfDay(), new RowId())).allSatisfy(type -> assertThat(type.read(NAME, "\u200b")).isNull());
    }

    private static void refused(ValueType<?> type, Object raw, String code) {
        assertThatThrownBy(() -> type.read(NAME, raw)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo("name");
        });
    }

    @ParameterizedTest
    @CsvSource({"12 – QĐ / TU,12-QĐ/TU", "\u00a07\u2011BB,7-BB", "Số 12 QÐ,Số 12 QĐ"})
    void theNumberOfADocumentIsReadAsWritten(String pasted, String number) {
        assertThat(new DocumentNumber(100).read(NAME, pasted)).isEqualTo(number);
    }

    @Test
    void codesAreReadAsPasted() {
        assertThat(new TaxCodeReference().read(NAME, "MST: 3500 370 371 – 001")).isEqualTo("3500370371-001");
        assertThat(new CandidateReference().read(NAME, "uv–2026–0001\u00a0")).isEqualTo("UV-2026-0001");
        assertThat(new TaxCodeReference().read(NAME, "\u200b")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6h30,06:30", "6:30,06:30", "06.30,06:30", "6 h 30,06:30", "6H30p,06:30", "21h,21:00", "6 giờ 30 phút,06:30", "23:59\u00a0,23:59", "0h00,00:00"})
    void aTimeIsReadAsPeopleWriteIt(String written, String time) {
        assertThat(new TimeOfDay().read(NAME, written)).isEqualTo(LocalTime.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "6h60", "630", "6", "6,5", "-1h00", "6h3"})
    void whatIsNoTimeIsRefused(String written) {
        assertThatThrownBy(() -> new TimeOfDay().read(NAME, written)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("field-type");
            assertThat(refusal.getMessage()).contains("6h30");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01\u00a0", "\u200b2026-03-01", "2026\u201103\u201101", "2026 - 03 - 01", "\uff12026-03-01"})
    void aPastedDayIsTheDay(String pasted) {
        assertThat(new Day().read(NAME, pasted)).isEqualTo(LocalDate.of(2026, 3, 1));
    }
}
