package vn.outreach.work.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.rules.ContactInterval;
import vn.outreach.rules.Rules;
import vn.outreach.rules.calendar.DueDays;

/**
 * Enterprises with a running case that nobody spoke with for longer than the decision contactInterval allows. Only what
 * is in the contact log but letters, and surveys and talks that took place, count; each of them begins the time anew.
 * Without any it runs from the beginning of the case.
 */
@Component
public class ContactsDue {

    private static final int HIGHEST_READINESS = 5;

    /** Each running case with the day since which nobody spoke with the enterprise. */
    private static final String SINCE =
            """
            select e.tax_code, e.name, e.stage, coalesce(c.readiness, 0) as readiness, e.responsible_member,
                greatest(cast(r.started_at as date), coalesce((select max(k.contacted_on) from current_contact k
                        where k.tax_code = e.tax_code and k.kind <> 'LETTER'), date '1900-01-01'),
                    coalesce((select max(o.occurred_on) from outcome o where o.tax_code = e.tax_code
                        and o.step in ('%s', '%s') and o.result <> 'UNREACHABLE' and o.corrects is null), date '1900-01-01')) as since
            from running_case r join enterprise e on e.tax_code = r.business_key
            left join last_contact c on c.tax_code = e.tax_code
            where r.process_key = '%s'""".formatted(KnownSteps.CONDUCT_SURVEY, KnownSteps.MEET_OWNER, ProcessKeys.ENTERPRISE_OUTREACH);

    private final JdbcClient jdbc;
    private final Rules rules;
    private final DueDays dueDays;

    ContactsDue(JdbcClient jdbc, Rules rules, DueDays dueDays) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.dueDays = dueDays;
    }

    /**
     * @param days since the last contact
     * @param allowed by the decision
     */
    public record Due(String taxCode, String name, int days, int allowed, String reason) {}

    private record Row(String taxCode, String name, String stage, int readiness, LocalDate since) {}

    /** Those that these people answer for, the longest first. */
    List<Due> of(Collection<String> people) {
        return due(jdbc.sql("select s.tax_code, s.name, s.stage, s.readiness, s.since from (" + SINCE
                        + ") s where s.responsible_member in (:people) order by s.since, s.tax_code")
                .param("people", people)
                .query((row, number) -> new Row(
                        row.getString("tax_code"),
                        row.getString("name"),
                        row.getString("stage"),
                        row.getInt("readiness"),
                        row.getObject("since", LocalDate.class)))
                .list());
    }

    /** Whether it is so with this enterprise. */
    public Optional<Due> of(String taxCode) {
        return due(jdbc.sql(SINCE + " and e.tax_code = :taxCode")
                        .param("taxCode", taxCode)
                        .query((row, number) -> new Row(
                                row.getString("tax_code"),
                                row.getString("name"),
                                row.getString("stage"),
                                row.getInt("readiness"),
                                row.getObject("since", LocalDate.class)))
                        .list())
                .stream()
                .findFirst();
    }

    /** How many there are in all, by one statement: the decision is asked once for each stage and readiness. */
    int count() {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        Arrays.stream(Stage.values()).map(Stage::name).forEach(stage -> {
            for (int readiness = 0; readiness <= HIGHEST_READINESS; readiness++) {
                String name = stage.replace("_", "") + readiness;
                int asked = readiness;
                rules.contactInterval(stage, readiness).ifPresent(interval -> {
                    conditions.add(
                            "s.stage = '%s' and s.readiness = %s and s.since < :%s".formatted(stage, asked, name));
                    parameters.put(name, dueDays.today().minusDays(interval.days()));
                });
            }
        });
        return jdbc.sql("select count(*) from (" + SINCE + ") s where " + String.join(" or ", conditions))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private List<Due> due(List<Row> rows) {
        List<Due> due = new ArrayList<>();
        Map<String, Optional<ContactInterval>> known = new HashMap<>();
        for (Row row : rows) {
            int days = (int) ChronoUnit.DAYS.between(row.since(), dueDays.today());
            known.computeIfAbsent(
                            row.stage() + row.readiness(), pair -> rules.contactInterval(row.stage(), row.readiness()))
                    .filter(interval -> days > interval.days())
                    .ifPresent(interval ->
                            due.add(new Due(row.taxCode(), row.name(), days, interval.days(), interval.reason())));
        }
        return due;
    }
}
