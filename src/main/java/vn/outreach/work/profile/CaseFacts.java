package vn.outreach.work.profile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.ProcessKeys;

/** What runs at an enterprise, how its phases ended, and what the plans say of it; three questions for one page. */
@Repository
class CaseFacts {

    static final String UMBRELLA = ProcessKeys.ENTERPRISE_OUTREACH;

    private final JdbcClient jdbc;

    CaseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Running(String phase, String instance, LocalDate since) {}

    /** {@code skipped} for a phase that the register made unnecessary. */
    record Ended(String phase, boolean skipped, String result, LocalDate day) {}

    record Planned(
            int year,
            String status,
            Integer admissionTarget,
            String responsibleMember,
            @Nullable String unit,
            Integer priority) {}

    List<Running> running(String taxCode) {
        return jdbc.sql("""
                select process_key, process_instance_id, started_at from running_case where enterprise_code = ?
                order by started_at, process_instance_id""")
                .param(taxCode)
                .query((row, number) -> new Running(
                        row.getString("process_key"),
                        row.getString("process_instance_id"),
                        row.getObject("started_at", OffsetDateTime.class)
                                .atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                                .toLocalDate()))
                .list();
    }

    /** How phases ended or were skipped, oldest first. Phases that only died with their case tell nothing. */
    List<Ended> ended(String taxCode) {
        return jdbc.sql("""
                select phase, step, result, occurred_on from outcome
                where tax_code = ? and step in ('end', 'skipped') and result <> 'CANCELLED' and corrects is null
                order by id""")
                .param(taxCode)
                .query((row, number) -> new Ended(
                        row.getString("phase"),
                        "skipped".equals(row.getString("step")),
                        row.getString("result"),
                        row.getObject("occurred_on", LocalDate.class)))
                .list();
    }

    Optional<Planned> planned(String taxCode) {
        return jdbc.sql("""
                select plan_year as "year", status, admission_target as admissionTarget,
                    responsible_member as responsibleMember, unit, priority
                from approved_plan_row where tax_code = ? order by plan_year desc fetch first 1 rows only""").param(taxCode).query(Planned.class).optional();
    }
}
