package vn.outreach.work.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** A year without days off: a limit that runs into it works and is told to administrators once, and October asks for it. */
class MissingDaysOffTest extends OutreachTest {

    @Autowired
    private MissingDaysOff daysOff;

    @Test
    void aLimitBeyondTheLastKnownYearIsCounted_andToldToAdministratorsOnce() {
        at(LocalDate.of(2037, 12, 28));
        String first = enterprise();
        startPhase("survey", first);
        startPhase("survey", enterprise());

        assertThat(task(first, "scheduleSurvey").getDueDate()).isNotNull();
        assertThat(told(2037)).containsExactly("admin");
    }

    @Test
    void fromOctoberTheNextYearIsAskedFor_ofWhoKeepsTheDays_once() {
        at(LocalDate.of(2038, 9, 30));
        daysOff.pass();
        assertThat(told(2039)).isEmpty();

        at(LocalDate.of(2038, 10, 1));
        daysOff.pass();
        daysOff.pass();

        assertThat(told(2039)).contains("admin", "office", "board", "organisation").doesNotContain("officer1").doesNotHaveDuplicates();
    }

    private List<String> told(int year) {
        return jdbc.sql("select recipient from notification where event_key = ? and template = 'days-off-missing' order by id")
                .param("daysOff:" + year).query(String.class).list();
    }
}
