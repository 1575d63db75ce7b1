package vn.outreach.work.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** What somebody's next days hold: planned days and next steps, and when they are there no more. */
@Tag("both-databases")
class ComingDaysTest extends OutreachTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private ComingDays coming;

    private String code;

    @BeforeEach
    void anEnterprise() {
        at(MONDAY);
        code = enterprise("responsible_member", "officer1");
    }

    @Test
    void aPlannedSurveyIsThereUntilItsDay_withItsPlace() {
        startPhase("survey", code, "responsibleMember", "officer1");
        complete("officer1", code, "scheduleSurvey", "surveyDate", MONDAY.plusDays(2).toString(), "surveyMethod", "VISIT");

        assertThat(mine()).containsExactly(new ComingDays.Coming(
                ComingDays.Kind.SURVEY, MONDAY.plusDays(2), null, 2, code, "TNHH Thử " + code, "Phú Mỹ I", null));
        at(MONDAY.plusDays(3));
        assertThat(mine()).isEmpty();
    }

    @Test
    void anHourThatWasAgreedIsThereWithThePlace() {
        startPhase("survey", code, "responsibleMember", "officer1");
        complete("officer1", code, "scheduleSurvey", "surveyDate", MONDAY.plusDays(2).toString(), "surveyMethod", "VISIT", "surveyTime", "8h30");
        assertThat(mine()).extracting(ComingDays.Coming::hour).containsExactly(LocalTime.of(8, 30));

        String met = enterprise("responsible_member", "officer1");
        startPhase("ownerPersuasion", met, "responsibleMember", "officer1");
        complete("propaganda", met, "chooseMaterials", "materials", "LAW_DIGEST");
        complete("officer1", met, "prepareMeeting", "meetingDate", MONDAY.plusDays(2).toString(), "meetingTime", "14:00", "meetingPlace", "Hội trường khu");
        assertThat(coming.of(List.of("officer1")).stream().filter(day -> day.taxCode().equals(met)).toList()).containsExactly(new ComingDays.Coming(
                ComingDays.Kind.OWNER_MEETING, MONDAY.plusDays(2), LocalTime.of(14, 0), 2, met, "TNHH Thử " + met, "Hội trường khu", null));
    }

    @Test
    void anHourThatIsNoneIsRefused() {
        startPhase("survey", code, "responsibleMember", "officer1");
        assertThatThrownBy(() -> complete("officer1", code, "scheduleSurvey", "surveyDate", MONDAY.plusDays(2).toString(),
                "surveyMethod", "VISIT", "surveyTime", "sáng")).hasMessageContaining("Giờ khảo sát");
    }

    @Test
    void theNextStepOfTheNewestContactIsThere_untilALaterContact() {
        contact(MONDAY.minusDays(3), "Gửi tài liệu", MONDAY.minusDays(1));
        assertThat(mine()).containsExactly(new ComingDays.Coming(
                ComingDays.Kind.NEXT_STEP, MONDAY.minusDays(1), null, -1, code, "TNHH Thử " + code, "Phú Mỹ I", "Gửi tài liệu"));
        assertThat(coming.of(List.of("officer2"))).noneMatch(day -> day.taxCode().equals(code));

        contact(MONDAY, "Gặp lại", MONDAY.plusDays(7));
        assertThat(mine()).extracting(ComingDays.Coming::step).containsExactly("Gặp lại");
        contact(MONDAY.plusDays(1), null, null);
        assertThat(mine()).isEmpty();
    }

    private List<ComingDays.Coming> mine() {
        return coming.of(List.of("officer1")).stream().filter(day -> day.taxCode().equals(code)).toList();
    }

    private void contact(LocalDate day, String nextStep, LocalDate nextOn) {
        jdbc.sql("insert into contact (tax_code, contacted_on, kind, with_whom, said, next_step, next_on, made_by, recorded_by, recorded_at)"
                        + " values (?, ?, 'CALL', 'Văn phòng', 'Hẹn gặp', ?, ?, 'officer1', 'officer1', current_timestamp)")
                .params(code, day, nextStep, nextOn).update();
    }
}
