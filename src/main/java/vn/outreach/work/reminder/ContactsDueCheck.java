package vn.outreach.work.reminder;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;
import vn.outreach.rules.calendar.DueDays;

/**
 * Counts once a day the enterprises that nobody speaks with. None where there were some the day before is rather a rule
 * that has stopped working than a success: administrators are told. Table contacts_due_count.
 */
@Component
class ContactsDueCheck implements Background {

    private final ContactsDue contacts;
    private final JdbcClient jdbc;
    private final DueDays dueDays;

    ContactsDueCheck(ContactsDue contacts, JdbcClient jdbc, DueDays dueDays) {
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.dueDays = dueDays;
    }

    @Override
    public String title() {
        return "Đếm doanh nghiệp lâu chưa liên hệ";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    /** One such night is told. */
    @Override
    public int failuresUntilTold() {
        return 1;
    }

    @Override
    public void pass() {
        LocalDate today = dueDays.today();
        int now = contacts.count();
        Optional<Integer> before = jdbc.sql(
                        "select number from contacts_due_count where counted_on < ? order by counted_on desc fetch first 1 rows only")
                .param(today)
                .query(Integer.class)
                .optional();
        int written = jdbc.sql(
                        "insert into contacts_due_count (counted_on, number) select cast(? as date), cast(? as integer)"
                                + " where not exists (select 1 from contacts_due_count where counted_on = ?)")
                .params(today, now, today)
                .update();
        if (written > 0 && now == 0 && before.orElse(0) > 0) {
            throw new IllegalStateException("No enterprise is without contact for too long, where there were "
                    + before.get() + " before: look whether the rule still finds them");
        }
    }
}
