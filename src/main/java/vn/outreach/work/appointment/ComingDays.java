package vn.outreach.work.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.rules.calendar.DueDays;

/**
 * What somebody's next days hold: planned surveys and talks, and the next steps that were agreed at the newest contact
 * with an enterprise.
 */
@Repository
class ComingDays {

    private static final int DAYS_AHEAD = 60;
    /** A next step that nobody took is shown for so long. */
    private static final int DAYS_BACK = 30;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final DueDays dueDays;

    ComingDays(JdbcClient jdbc, DueDays dueDays) {
        this.jdbc = jdbc;
        this.dueDays = dueDays;
    }

    /** The kinds of what is planned. */
    enum Kind {
        SURVEY,
        OWNER_MEETING,
        NEXT_STEP
    }

    /**
     * @param step what was agreed; null for a survey or a talk
     * @param hour null where only the day is agreed
     * @param place where one meets, else the zone of the enterprise
     * @param leftInWorkingDays below zero for what has passed
     */
    record Coming(
            Kind kind,
            LocalDate day,
            @Nullable LocalTime hour,
            int leftInWorkingDays,
            String taxCode,
            String enterprise,
            @Nullable String place,
            @Nullable String step) {}

    /** Of these people, the nearest day first. */
    List<Coming> of(Collection<String> people) {
        LocalDate today = dueDays.today();
        return jdbc.sql("""
                        select a.kind, a.planned_on as planned_day, a.planned_at, a.tax_code, a.enterprise_name as enterprise,
                            coalesce(a.place, a.zone) as place, cast(null as varchar(200)) as step
                        from appointment a
                        where a.member in (:people) and a.cancelled = false and a.planned_on between :today and :until
                        union all
                        select 'NEXT_STEP', c.next_on, cast(null as time), c.tax_code, e.name, e.zone, c.next_step
                        from last_contact c join enterprise e on e.tax_code = c.tax_code
                        where c.made_by in (:people) and c.next_on between :since and :until
                        order by planned_day, planned_at nulls first, tax_code, kind fetch first :most rows only""")
                .param("people", people)
                .param("today", today)
                .param("since", today.minusDays(DAYS_BACK))
                .param("until", today.plusDays(DAYS_AHEAD))
                .param("most", MOST)
                .query((row, number) -> {
                    LocalDate day = row.getObject("planned_day", LocalDate.class);
                    return new Coming(
                            Kind.valueOf(row.getString("kind")),
                            day,
                            row.getObject("planned_at", LocalTime.class),
                            dueDays.left(day),
                            row.getString("tax_code"),
                            row.getString("enterprise"),
                            row.getString("place"),
                            row.getString("step"));
                })
                .list();
    }
}
